import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ending } from '#conformance/keeper.ts';
import { createProcessLife, type ProcessLife } from '#conformance/process-life.ts';

/** What a life did: the name of the act, and what came with it. */
type Done = readonly [act: string, ...rest: readonly unknown[]];

interface Lived extends ProcessLife {
  readonly done: Done[];
  /** What was put off, in the order in which it was. */
  readonly due: (() => void)[];
  readonly told: () => readonly Ending[];
}

/** A life of which every act is noted; `isTaken` says of each line in turn whether somebody waited for it. */
function lived(isTaken: readonly boolean[] = [], lineLimit = 30): Lived {
  const done: Done[] = [];
  const due: (() => void)[] = [];
  const note =
    (act: string) =>
    (...rest: readonly unknown[]): void => {
      done.push([act, ...rest]);
    };
  let offers = 0;
  const life = createProcessLife(
    {
      write: note('write'),
      close: note('close'),
      offer: (early, line) => {
        const taken = isTaken[offers] ?? true;
        offers++;
        done.push(['offer', early, Buffer.from(line).toString(), taken]);
        return taken;
      },
      mute: note('mute'),
      kill: note('kill'),
      later: (_milliseconds, act) => due.push(act),
      bury: note('bury'),
      tell: note('tell'),
      leave: note('leave'),
    },
    32,
    lineLimit,
  );
  const told = (): readonly Ending[] =>
    done.filter(([act]) => act === 'tell').map(([, ending]) => ending as Ending);
  return { ...life, done, due, told };
}

/** Something that happens to a process. */
type Event = (life: Lived) => void;

const hear =
  (text: string): Event =>
  (life) => {
    life.hear(Buffer.from(text));
  };
const send: Event = (life) => {
  life.obey({ order: 'send', line: 'asked' });
};
const listen: Event = (life) => {
  life.obey({ order: 'listen' });
};
const stop: Event = (life) => {
  life.obey({ order: 'stop', line: 'bye' });
};
const kill: Event = (life) => {
  life.obey({ order: 'kill' });
};
const exited =
  (code: number | null, signal: string | null): Event =>
  (life) => {
    life.exited(code, signal);
  };
const drained: Event = (life) => {
  life.drained();
};
const closed =
  (stream: 'closed input' | 'closed output'): Event =>
  (life) => {
    life.closed(stream);
  };
const holds =
  (megabytes: number): Event =>
  (life) => {
    life.holds(megabytes);
  };
const waited: Event = (life) => {
  for (const act of life.due.splice(0)) act();
};

function after(events: readonly Event[], isTaken: readonly boolean[] = []): Lived {
  const life = lived(isTaken);
  for (const event of events) event(life);
  return life;
}

/** What happens to a process, and what is heard of it, with its name for a counterexample. */
const anyEvent = fc.oneof(
  fc.constantFrom('', 'a', 'bc\n', '\n', ' \r\n', 'd\ne', 'f\ng\n', 'x'.repeat(31)).map((text) => ({
    name: `hear ${JSON.stringify(text)}`,
    text,
    event: hear(text),
  })),
  fc
    .constantFrom(
      ...[
        { name: 'send', event: send },
        { name: 'listen', event: listen },
        { name: 'stop', event: stop },
        { name: 'kill', event: kill },
        { name: 'drained', event: drained },
        { name: 'closed input', event: closed('closed input') },
        { name: 'closed output', event: closed('closed output') },
        { name: 'holds 33', event: holds(33) },
        { name: 'holds 1', event: holds(1) },
        { name: 'waited', event: waited },
        { name: 'exited 0', event: exited(0, null) },
        { name: 'exited by a signal', event: exited(null, 'SIGKILL') },
        {
          name: 'not started',
          event: (life: Lived) => {
            life.unstarted('mine', 'ENOENT');
          },
        },
      ],
    )
    .map((one) => ({ ...one, text: '' })),
);
const anyOrder = fc.array(anyEvent, { maxLength: 25 });

test('whatever happens in whatever order, an end is told once, its group is killed before that and never after', () => {
  fc.assert(
    fc.property(anyOrder, fc.array(fc.boolean()), (events, isTaken) => {
      const life = after([...events.map(({ event }) => event), exited(1, null), waited], isTaken);
      const acts = life.done.map(([act]) => act);
      const at = acts.indexOf('bury');
      expect([acts[at - 1], acts[at + 1]]).toEqual(['kill', 'tell']);
      const last = acts.slice(at);
      for (const once of ['bury', 'tell', 'leave'])
        expect(acts.filter((act) => act === once)).toEqual([once]);
      expect(last).not.toContain('kill');
      expect(last).not.toContain('mute');
      expect(last.indexOf('leave')).toBeLessThanOrEqual(3);
    }),
  );
});

test('whatever happens in whatever order, lines are passed on in their order, each once, and only to who asks', () => {
  fc.assert(
    fc.property(anyOrder, fc.array(fc.boolean()), (events, isTaken) => {
      const life = after(
        events.map(({ event }) => event),
        isTaken,
      );
      const heard = events.map(({ text }) => text).join('');
      const lines = heard
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.trim() !== '');
      const offers = life.done.filter(([act]) => act === 'offer');
      const taken = offers.filter(([, , , isTakenNow]) => isTakenNow).map(([, , line]) => line);
      expect(taken).toEqual(lines.slice(0, taken.length));
      const asks = events.filter(({ name }) => name === 'send' || name === 'listen').length;
      expect(offers.length).toBeLessThanOrEqual(asks + 1);
    }),
  );
});

test('whatever happens in whatever order, the first fault is the end that is told', () => {
  fc.assert(
    fc.property(anyOrder, (events) => {
      const life = lived();
      let fault: string | undefined;
      for (const { event, name } of events) {
        const before = life.done.filter(([act]) => act === 'mute').length;
        event(life);
        const isFault = life.done.filter(([act]) => act === 'mute').length > before;
        if (isFault) fault ??= name;
      }
      const isTold = life.told().length > 0;
      exited(0, null)(life);
      waited(life);
      const [{ kind }] = life.told() as [Ending];
      const faults = ['memory limit', 'closed input', 'closed output', 'endless line', 'endless output'];
      expect(faults.includes(kind)).toBe(fault !== undefined);
      const isAsked = events.some(({ name }) => name === 'stop');
      if (!isAsked && !isTold) expect(['stopped', 'exit after stop', 'extra output']).not.toContain(kind);
    }),
  );
});

test.each<[string, readonly Event[], Ending]>([
  ['exits', [exited(3, null)], { kind: 'exited', got: 'exit code 3' }],
  ['is killed', [exited(null, 'SIGSEGV')], { kind: 'exited', got: 'signal SIGSEGV' }],
  ['ends as told', [stop, exited(0, null)], { kind: 'stopped', got: 'exit code 0' }],
  ['ends otherwise', [stop, exited(3, null)], { kind: 'exit after stop', got: 'exit code 3' }],
  ['dies when told', [stop, exited(null, 'SIGTERM')], { kind: 'exit after stop', got: 'signal SIGTERM' }],
  ['writes more', [stop, hear('bye\n'), exited(0, null)], { kind: 'extra output', got: "'bye' at the end" }],
  [
    'writes more after its end',
    [stop, exited(0, null), hear('bye\n'), drained],
    { kind: 'extra output', got: "'bye' at the end" },
  ],
  ['closes its output', [closed('closed output'), waited], { kind: 'closed output', got: '' }],
  ['closes its input', [closed('closed input'), waited], { kind: 'closed input', got: '' }],
  [
    'closes its output as it ends',
    [closed('closed output'), exited(4, null), drained, waited],
    { kind: 'exited', got: 'exit code 4' },
  ],
  [
    'closes its streams after it was told to stop',
    [stop, closed('closed input'), closed('closed output'), waited, exited(0, null)],
    { kind: 'stopped', got: 'exit code 0' },
  ],
  ['takes too much memory', [holds(32), holds(32.1)], { kind: 'memory limit', got: 'more than 32 MB' }],
  ['writes an endless line', [hear('x'.repeat(31))], { kind: 'endless line', got: 'more than 30 bytes' }],
  [
    'writes an endless line in pieces',
    [hear('x'.repeat(30)), hear('x')],
    { kind: 'endless line', got: 'more than 30 bytes' },
  ],
  [
    'writes one long line',
    [send, hear(`${'x'.repeat(31)}\n`)],
    { kind: 'endless line', got: 'more than 30 bytes' },
  ],
  [
    'writes without end, while nobody asks',
    [hear(`${'x'.repeat(15)}\n`), hear(`${'x'.repeat(15)}\n`), hear('x\n')],
    { kind: 'endless output', got: '3 lines that nobody asked for' },
  ],
  [
    'breaks two rules',
    [closed('closed output'), waited, holds(33), hear('x'.repeat(31))],
    { kind: 'closed output', got: '' },
  ],
  [
    'cannot be found',
    [
      (life) => {
        life.unstarted('mine', 'ENOENT');
      },
    ],
    { kind: 'no such command', got: 'mine (ENOENT)' },
  ],
  [
    'may not be run',
    [
      (life) => {
        life.unstarted('mine', 'EACCES');
      },
    ],
    { kind: 'no permission', got: 'mine (EACCES)' },
  ],
])('says of one that %s', (_what, events, told) => {
  expect(after([...events, exited(0, 'SIGKILL'), drained]).told()).toEqual([told]);
});

test('many short lines are without end, however few bytes they are', () => {
  const life = lived([], 10_000);
  hear('x\n'.repeat(1000))(life);
  expect(life.done).toEqual([]);
  hear('x\n')(life);
  exited(null, 'SIGKILL')(life);
  drained(life);
  expect(life.told()).toEqual([{ kind: 'endless output', got: '1001 lines that nobody asked for' }]);
});

test('a call is sent, and the line that follows is its reply', () => {
  expect(after([send, hear('\n \r\non'), hear('e\nt')]).done).toEqual([
    ['write', 'asked'],
    ['offer', 0, 'one', true],
  ]);
});

test('a line that was there before anything was asked is told as that, and nothing is sent', () => {
  expect(after([hear('one\ntwo\n'), send, listen]).done).toEqual([
    ['offer', 1, 'one', true],
    ['offer', 1, 'two', true],
  ]);
});

test('who listens sends nothing', () => {
  expect(after([listen]).done).toEqual([]);
});

test('a line that nobody took waits for who asks next', () => {
  expect(after([send, hear('one\n'), hear('two\n'), send], [false]).done).toEqual([
    ['write', 'asked'],
    ['offer', 0, 'one', false],
    ['offer', 1, 'one', true],
  ]);
});

test('of lines that came before the end, the first is a reply to who waits, and the next to who asks', () => {
  const events = [send, exited(0, null), hear('one\ntwo\n'), drained, listen, send];
  expect(after(events, [true, false]).done).toEqual([
    ['write', 'asked'],
    ['offer', 0, 'one', true],
    ['kill'],
    ['bury'],
    ['tell', { kind: 'exited', got: 'exit code 0' }],
    ['offer', 1, 'two', false],
    ['leave'],
    ['offer', 1, 'two', true],
    ['write', 'asked'],
  ]);
});

test('what is heard after all was told is for nobody, and an end that was not seen is told by nobody', () => {
  expect(after([exited(0, null), waited, hear('late\n'), listen, kill, holds(99)]).done).toEqual([
    ['kill'],
    ['bury'],
    ['tell', { kind: 'exited', got: 'exit code 0' }],
    ['leave'],
  ]);
  expect(after([drained]).done).toEqual([]);
});
