/**
 * The loops of the references, as Coq counts them: every definition is one function of `reference/`, every `each` one of
 * its loops. They are written by hand; that they count what the references do is shown at all sizes that were tallied.
 */
export const loops: string = String.raw`(** A computation is known here by how much it does at what price: [each n work] does work 0 ... work (n - 1). *)
#[local] Coercion Z.of_nat : nat >-> Z.
Inductive operation := add | mul | div | exponential | root.
Definition among (counted : list operation) (o : operation) : Z :=
  if existsb (fun c => match c, o with add, add | mul, mul | div, div => true
    | exponential, exponential | root, root => true | _, _ => false end) counted then 1%Z else 0%Z.
Fixpoint each (n : nat) (work : nat -> Z) : Z :=
  match n with O => 0%Z | S m => (each m work + work m)%Z end.

Section Loops.
Variable price : operation -> Z.
(** The sum of n numbers, or of n vectors of length d: no addition to a leading zero. *)
Definition numbers_summed (n : nat) := each (n - 1) (fun _ => price add).
Definition vector_added (d : nat) := each d (fun _ => price add).
Definition vectors_summed (n d : nat) := each (n - 1) (fun _ => vector_added d).
Definition vector_scaled (d : nat) := each d (fun _ => price mul).
Definition inner_product (d : nat) := (each d (fun _ => price mul) + numbers_summed d)%Z.
Definition vector_normalised (d : nat) := (inner_product d + price root + each d (fun _ => price div))%Z.
Definition row_normalised (m : nat) := (numbers_summed m + each m (fun _ => price div))%Z.
Definition softmax_row (m : nat) := (each m (fun _ => price exponential) + row_normalised m)%Z.
(** Weights of n queries of width d, query i against the first (seen i) keys. *)
Definition weights (n d : nat) (seen : nat -> nat) :=
  each n (fun i => each (seen i) (fun _ => inner_product d) + softmax_row (seen i))%Z.
(** What a query does with m weights or scores: a sum of weighted values of width dv. *)
Definition values_weighted (m dv : nat) := (each m (fun _ => vector_scaled dv) + vectors_summed m dv)%Z.
Definition softmax_attention (n m dk dv : nat) :=
  (weights n dk (fun _ => m) + each n (fun _ => values_weighted m dv))%Z.
Definition as_written (n m dk dv : nat) :=
  each n (fun _ => each m (fun _ => inner_product dk) + values_weighted m dv)%Z.
Definition key_value_state (m dk dv : nat) := each dv (fun _ => values_weighted m dk).
Definition reassociated (n m dk dv : nat) :=
  (key_value_state m dk dv + each n (fun _ => each dv (fun _ => inner_product dk)))%Z.
(** A token adds to the state, which the first one starts, and reads it. *)
Definition recurrent (n dk dv : nat) :=
  (each n (fun _ => each dv (fun _ => vector_scaled dk) + each dv (fun _ => inner_product dk))
  + each (n - 1) (fun _ => each dv (fun _ => vector_added dk)))%Z.
End Loops.

Lemma each_same n c : each n (fun _ => c) = (Z.of_nat n * c)%Z.
Proof. induction n; [reflexivity | rewrite Nat2Z.inj_succ; simpl; rewrite IHn; ring]. Qed.
Lemma each_rising n work a b : (forall i, work i = a + b * Z.of_nat i)%Z ->
  (2 * each n work = 2 * a * Z.of_nat n + b * Z.of_nat n * (Z.of_nat n - 1))%Z.
Proof.
  intros H; induction n; [simpl; ring | rewrite Nat2Z.inj_succ; simpl each; rewrite Z.mul_add_distr_l, IHn, H; ring].
Qed.
Lemma from_one n : (1 <= n)%nat -> exists w, (0 <= w)%Z /\ Z.of_nat n = (1 + w)%Z.
Proof. exists (Z.of_nat n - 1)%Z; lia. Qed.
Lemma at_least_by (d a b : Z) : (b - a = d -> 0 <= d -> a <= b)%Z. Proof. lia. Qed.
Lemma above_by (d a b : Z) : (b - a = d -> 0 < d -> a < b)%Z. Proof. lia. Qed.

Ltac count := unfold recurrent, reassociated, key_value_state, as_written, softmax_attention, values_weighted,
    weights, softmax_row, row_normalised, vector_normalised, inner_product, vector_scaled, vectors_summed,
    vector_added, numbers_summed;
  rewrite ?each_same; cbn [among existsb orb];
  repeat match goal with |- context [Z.of_nat (?n - 1)] =>
    replace (Z.of_nat (n - 1)) with (Z.of_nat n - 1)%Z by lia end;
  rewrite ?Nat2Z.inj_add, ?Nat2Z.inj_succ; change (Z.of_nat 1) with 1%Z; change (Z.of_nat 0) with 0%Z.
Ltac not_negative := first [ lia | apply Z.add_nonneg_nonneg; not_negative | apply Z.mul_nonneg_nonneg; not_negative
  | apply Z.pow_nonneg; not_negative ].
Ltac above_zero := first [ lia | apply Z.add_pos_nonneg; [ above_zero | not_negative ]
  | apply Z.add_nonneg_pos; [ not_negative | above_zero ] | apply Z.mul_pos_pos; above_zero ].`;

/** A count as Coq writes it, in the sizes that a statement names. */
type Program = (price: string) => string;

const computations: Readonly<Record<string, Program>> = {
  'the addition of two vectors': (p) => `vector_added ${p} d`,
  'the multiplication of a vector by a number': (p) => `vector_scaled ${p} d`,
  'the inner product of two vectors': (p) => `inner_product ${p} d`,
  'the normalisation of a vector to length one': (p) => `vector_normalised ${p} d`,
  'the normalisation of a row of T scores': (p) => `row_normalised ${p} T`,
  'softmax attention': (p) => `softmax_attention ${p} T T dk dv`,
  'the last of T tokens of softmax attention': (p) => `softmax_attention ${p} 1 T dk dv`,
  '(Q K^T) V': (p) => `as_written ${p} T T dk dv`,
  'all outputs of line 81': (p) => `as_written ${p} T T dk dv`,
  'line 81 for all i': (p) => `as_written ${p} T T dk dv`,
  'one output of line 81': (p) => `as_written ${p} 1 T dk dv`,
  'Q (K^T V)': (p) => `reassociated ${p} T T dk dv`,
  'T streamed tokens': (p) => `recurrent ${p} T dk dv`,
  'the last of T streamed tokens': (p) => `(recurrent ${p} T dk dv - recurrent ${p} (T - 1) dk dv)`,
};

const kinds: Readonly<Record<string, readonly string[]>> = {
  multiplications: ['mul'],
  additions: ['add'],
  exponentials: ['exponential'],
  divisions: ['div'],
  operations: ['add', 'mul', 'div', 'exponential', 'root'],
};

/** Counts that are of no kind of operation. */
const others: Readonly<Record<string, string>> = {
  'numbers in K^T V': 'each dv (fun _ => each dk (fun _ => 1%Z))',
  'scores used by non-causal self-attention of n tokens of width d, one exponential each':
    'weights (among [exponential]) n d (fun _ => n)',
  'scores used by causal self-attention of n tokens of width d, one exponential each':
    'weights (among [exponential]) n d (fun i => S i)',
};

const longer = ' at T = dk + dv + t - 1';

/**
 * The loops of a count, undefined when none are written for it.
 *
 * @param counts in words, as a statement has it: "multiplications and additions of Q (K^T V)"
 */
export function loopsOf(counts: string): string | undefined {
  if (counts.endsWith(longer)) {
    return loopsOf(counts.slice(0, -longer.length))?.replaceAll(/\bT\b/g, '(dk + dv + t - 1)');
  }
  const [, listed, computation] = /^([a-z]+(?:(?:, | and )[a-z]+)*) of (.*)$/.exec(counts) ?? [];
  const program = computations[computation ?? ''];
  const priced = (listed ?? '').split(/, | and /).flatMap((kind) => kinds[kind] ?? []);
  if (program === undefined || priced.length === 0) return others[counts];
  return program(`(among [${priced.join('; ')}])`);
}
