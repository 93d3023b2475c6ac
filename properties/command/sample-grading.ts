import type { Grading, GradingTerms } from '#command/grading.ts';
import type { Failure } from '#conformance/failure.ts';
import type { Grade, LawGrade } from '#conformance/grade.ts';
import type { Host } from '#conformance/host.ts';
import type { Opening } from '#conformance/open-subject.ts';
import type { SubjectSpec } from '#conformance/subject-spec.ts';
import { failed, gradeOf, passed, unasked } from '../report/sample-grade.ts';

/** What a grading was asked for. */
export interface Watched {
  readonly opened: (readonly [SubjectSpec, Opening])[];
  readonly terms: GradingTerms[];
  readonly formats: string[];
  closed: number;
}

/** How the subjects of a sample go. */
export interface Course {
  readonly open?: (spec: SubjectSpec) => Failure | undefined;
  readonly laws?: readonly LawGrade[];
  readonly more?: Partial<Grade>;
  /** Called at each pause. */
  readonly pause?: () => void;
  readonly close?: Failure;
  readonly smoke?: Grading['smoke'];
  readonly replay?: Grading['replay'];
}

const all: readonly LawGrade[] = [passed, failed, ...unasked];

/** Grading whose outcome is given, watched. */
export function sampleGrading(course: Course = {}): { readonly grading: Grading; readonly watched: Watched } {
  const watched: Watched = { opened: [], terms: [], formats: [], closed: 0 };
  const { laws = [passed], more = {} } = course;
  const host: Host = {
    about: { name: 'mine', language: 'javascript', format: 'float64', implements: ['softmaxAttention'] },
    call: () => ({ outcome: 'skipped', why: 'a sample' }),
    printed: () => more.printed ?? '',
    close: () => {
      watched.closed++;
      return course.close;
    },
  };
  const grading: Grading = {
    laws: all.map(({ law, system }) => ({
      id: law,
      system,
      fns: system === 'linear-attention' ? ['linearAttention'] : ['softmaxAttention'],
    })),
    builtins: () => ['softmax-attention/tiled/simd/binary64'],
    open: (spec, opening) => {
      watched.opened.push([spec, opening]);
      return course.open?.(spec) ?? host;
    },
    *grade(graded, terms) {
      watched.terms.push(terms);
      watched.formats.push(graded.about.format);
      for (const [i, law] of laws.entries()) {
        terms.onProgress({ settled: i + 1, of: laws.length, law });
        course.pause?.();
        yield;
      }
      const { spec, seed, suite } = terms;
      return gradeOf(laws, { subject: { spec, ...graded.about }, seed, suite, ...more });
    },
    smoke: course.smoke ?? (() => []),
    replay: course.replay ?? (() => gradeOf([passed])),
  };
  return { grading, watched };
}
