/** Faults in what writes theorems of Coq, has them checked and says so. */
export const faults = [
  {
    name: 'a file on record counts whatever its bytes are',
    file: 'src/report/proof-record.ts',
    from: 'return entry?.sha256 === sha256(text) ? entry.coq : undefined;',
    to: 'return entry?.coq;',
    seenBy: ['properties/report/proof-record.property.ts'],
  },
  {
    name: 'any axiom will do',
    file: 'src/command/proving.ts',
    from: 'if (foreign.length === 0) return compiled;',
    to: 'if (foreign.length >= 0) return compiled;',
    seenBy: ['properties/command/proving.property.ts'],
  },
  {
    name: 'a file that coqc refuses is accepted',
    file: 'src/command/coqc.ts',
    from: 'if (ended?.code === 0)',
    to: 'if (ended?.code !== undefined)',
    seenBy: ['properties/command/coqc.property.ts'],
  },
  {
    name: 'a divisor is not named',
    file: 'src/coq/term.ts',
    from: 'onDivide(b);',
    to: '',
    seenBy: ['properties/coq/term.property.ts'],
  },
  {
    name: 'a proved whole is stated though a part is not',
    file: 'src/coq/parts.ts',
    from: "verdict === 'proved' ? unstated.length === 0 : isRefuted",
    to: "verdict === 'proved' ? true : isRefuted",
    seenBy: ['properties/coq/parts.property.ts'],
  },
  {
    name: 'a domain that hides its conditions has none',
    file: 'src/coq/cases.ts',
    from: "if (statement.domain.conditions === 'untold') {",
    to: "if (statement.domain.conditions === 'told') {",
    seenBy: ['properties/coq/cases.property.ts'],
  },
  {
    name: 'blocks of a witness begin one item late',
    file: 'src/coq/sequence.ts',
    from: 'items.slice(first + k * every, first + (k + 1) * every)',
    to: 'items.slice(first + k * every + 1, first + (k + 1) * every)',
    seenBy: ['properties/coq/sequence.property.ts'],
  },
  {
    name: 'what is proved at its shapes is stated by no theorem',
    file: 'src/coq/cases.ts',
    from: 'theorems: shapes.map(',
    to: 'theorems: shapes.slice(shapes.length).map(',
    seenBy: ['properties/coq/certify.property.ts'],
  },
];
