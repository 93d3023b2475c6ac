const channel = ['properties/conformance/channel.property.ts'];
const calls = ['properties/conformance/module-calls.property.ts'];
const packing = ['properties/conformance/call-packing.property.ts'];

/** Faults of how calls are made ahead of being asked for, in the thread of a module; see faults.mjs. */
export const faults = [
  {
    name: 'an end in the midst of several calls takes back the replies before it',
    file: 'src/conformance/channel.ts',
    from: 'kind = word >> 3 >= heard ? 0 : by;',
    to: 'kind = by;',
    seenBy: channel,
  },
  {
    name: 'an end in the midst of several calls is forgotten after the replies before it',
    file: 'src/conformance/channel.ts',
    from: 'heard >= (word >> 3) + by)',
    to: 'heard >= word >> 3)',
    seenBy: channel,
  },
  {
    name: 'the keeper counts as a reply of the subject',
    file: 'src/conformance/channel.ts',
    from: '(by === 0 ? 1 : 0)',
    to: '1',
    seenBy: channel,
  },
  {
    name: 'a call that was not announced is given the reply to one that was',
    file: 'src/conformance/module-calls.ts',
    from: 'if (call !== this.#expected[this.#done] || frozen',
    to: 'if (this.#expected[this.#done] === undefined || frozen',
    seenBy: calls,
  },
  {
    name: 'calls after an end are not made anew',
    file: 'src/conformance/module-calls.ts',
    from: 'for (const call of this.#expected.slice(this.#done)) {',
    to: 'for (const call of this.#expected) {',
    seenBy: calls,
  },
  {
    name: 'what is announced is not frozen',
    file: 'src/conformance/module-calls.ts',
    from: 'to, fn, this.#frozen, call',
    to: 'to, fn, false, call',
    seenBy: calls,
  },
  {
    name: 'the next call is made where its reply may have no room',
    file: 'src/conformance/module-body.ts',
    from: 'const goesOn = isMore && at <= most;',
    to: 'const goesOn = isMore;',
    seenBy: ['properties/conformance/module-body.property.ts'],
  },
  {
    name: 'keys that are the values become an object of their own',
    file: 'src/conformance/call-packing.ts',
    from: 'if (v === q || v === k) to = writeWord(words, to, end, v === q ? -1 : -2);',
    to: 'if (v === q) to = writeWord(words, to, end, -1);',
    seenBy: packing,
  },
  {
    name: 'a row may end where the words do',
    file: 'src/conformance/call-packing.ts',
    from: 'if (at + length >= end) return 2 ** 30;',
    to: 'if (at + length > end) return 2 ** 30;',
    seenBy: packing,
  },
  {
    name: 'a module that is begun is loaded again when it is opened',
    file: 'src/conformance/module-host.ts',
    from: 'begun.delete(key) ? supervisor.greeted() : supervisor.start()',
    to: 'begun.delete(key) ? supervisor.start() : supervisor.start()',
    seenBy: ['properties/conformance/begin-subject.property.ts'],
  },
];
