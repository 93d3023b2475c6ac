/**
 * What a theorem may rest on beside the kernel: the axioms of the reals in the standard library, and the excluded middle
 * that the libraries of analysis add.
 */
export const axiomsOfTheReals: readonly string[] = [
  'ClassicalDedekindReals.sig_forall_dec',
  'ClassicalDedekindReals.sig_not_dec',
  'FunctionalExtensionality.functional_extensionality_dep',
  'Classical_Prop.classic',
];

/** The axioms that `Print Assumptions` lists in the output of Coq, each once, in order of name. */
export function axiomsIn(output: string): readonly string[] {
  const named = output.split('\n').flatMap((line) => /^([A-Za-z_][\w.']*)(?: :.*)?$/.exec(line)?.[1] ?? []);
  return [...new Set(named)].sort();
}
