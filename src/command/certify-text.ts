import type { CertifiedReading } from '#coq/certify.ts';
import type { ClaimProof } from '#coq/proof-file.ts';
import { supports } from '#coq/supports.ts';
import { jsonText } from '#report/json-text.ts';
import type { Compiled, Coq } from './coqc.ts';

type Results = ReadonlyMap<string, Compiled>;

/** What became of each reading of a claim: checked, failed with what Coq says, or why there is no theorem. */
export function claimText({ claim, file }: ClaimProof, results: Results): string {
  const result = file && results.get(file.name);
  const state = result === undefined ? 'not checked' : result.accepted ? 'checked' : 'failed';
  const fault = result !== undefined && !result.accepted ? [faultLine(file!.name, result)] : [];
  return linesOf(claim.decided.claim.id, claim.readings, state, fault);
}

/** The same where there is no Coq to check anything. */
export function uncheckedText(proofs: readonly ClaimProof[]): string {
  return proofs.map(({ claim }) => linesOf(claim.decided.claim.id, claim.readings, 'written', [])).join('');
}

function linesOf(
  id: string,
  readings: readonly CertifiedReading[],
  state: string,
  faults: readonly string[],
): string {
  const lines = readings.map(({ name, certified }) =>
    'theorems' in certified
      ? `  ${state.padEnd(15)} ${name}\n`
      : `  not expressible ${name}: ${certified.inexpressible}\n`,
  );
  return `${id}\n${lines.join('')}${faults.map((fault) => `${fault}\n`).join('')}`;
}

function faultLine(file: string, { line, message }: Extract<Compiled, { accepted: false }>): string {
  const where = line === undefined ? file : `${file}, line ${line}`;
  return `  ${where}: ${message.replaceAll('\n', '\n  ')}`;
}

/** What became of a reading, for programs. */
interface ReadingState {
  readonly name: string;
  readonly state: 'checked' | 'failed' | 'not checked' | 'not expressible';
  /** Why it is not expressible, or what Coq says. */
  readonly why?: string;
}

/** The same as JSON: the release of Coq, null without one, and the claims with their readings. */
export function certifyJson(proofs: readonly ClaimProof[], results: Results, coq: string | null): string {
  const claims = proofs.map(({ claim, file }) => ({
    id: claim.decided.claim.id,
    file: file?.name ?? null,
    readings: claim.readings.map(({ name, certified }): ReadingState => {
      if ('inexpressible' in certified) {
        return { name, state: 'not expressible', why: certified.inexpressible };
      }
      const result = file && results.get(file.name);
      if (result === undefined) return { name, state: 'not checked' };
      return result.accepted ? { name, state: 'checked' } : { name, state: 'failed', why: result.message };
    }),
  }));
  return jsonText({ coq, claims });
}

/** How many readings were checked, and how many are not stated or failed. */
export function summaryText(proofs: readonly ClaimProof[], results: Results, version: string): string {
  for (const { name } of supports) {
    const result = results.get(name);
    if (result !== undefined && !result.accepted) return `failed: ${faultLine(name, result).trim()}`;
  }
  const readings = proofs.flatMap(({ claim, file }) =>
    claim.readings.map(({ name, certified }) => ({
      isFirst: name === claim.readings[0]!.name,
      isStated: 'theorems' in certified,
      result: file && results.get(file.name),
    })),
  );
  const stated = readings.filter(({ isStated }) => isStated);
  const checked = stated.filter(({ result }) => result?.accepted === true);
  const failed = stated.filter(({ result }) => result?.accepted === false);
  const first = checked.filter(({ isFirst }) => isFirst).length;
  const parts = [
    `Coq ${version}: ${checked.length} of ${readings.length} readings checked, ${first} of them the first of a claim`,
    ...(failed.length === 0 ? [] : [`${failed.length} failed`]),
    `${readings.length - stated.length} not expressible`,
  ];
  return parts.join('; ');
}

/** What is missing, in one line. */
export function unfitText(coq: Exclude<Coq, { state: 'fit' }>): string {
  if (coq.state === 'absent') return 'certify: no coqc was found; the theorems are written and not checked';
  const version = coq.version === '' ? 'of an unknown version' : coq.version;
  return `certify: coqc ${version} lacks ${coq.missing}`;
}
