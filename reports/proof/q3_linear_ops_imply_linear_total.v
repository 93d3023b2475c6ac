(** * q3-linear-ops-imply-linear-total: refuted

    Since every operation takes linear time, all of them together do.

    Write-up: question 3, para 3, line 71. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: refuted

    for all dk, dv there is a C such that for all T: one output of line 81 takes at most C T
    multiplications, and so do all T outputs together *)
Module Reading1.

Module Part1.

(** A computation is known here by how much it does at what price: [each n work] does work 0 ... work (n -
  1). *)
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
  intros H; induction n; [simpl; ring | rewrite Nat2Z.inj_succ; simpl each; rewrite Z.mul_add_distr_l, IHn,
    H; ring].
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
Ltac not_negative := first [ lia | apply Z.add_nonneg_nonneg; not_negative | apply Z.mul_nonneg_nonneg;
  not_negative
  | apply Z.pow_nonneg; not_negative ].
Ltac above_zero := first [ lia | apply Z.add_pos_nonneg; [ above_zero | not_negative ]
  | apply Z.add_nonneg_pos; [ not_negative | above_zero ] | apply Z.mul_pos_pos; above_zero ].

(** the premise: one output takes at most C T: The loops do what was tallied while the reference ran, at
    all sizes that were looked at. *)
Theorem tallies_1 :
  map (fun '(T, dk, dv) => (as_written (among [mul]) 1 T dk dv)%Z) [(1, 1, 1); (1, 1, 2); (1, 2, 1); (2, 1,
    1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1, 1); (1, 1, 4); (1, 2, 3); (1, 3, 2); (1,
    4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4, 1, 1); (1, 1, 5); (1, 2, 4); (1, 3, 3);
    (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1); (3, 1, 3); (3, 2, 2); (3, 3, 1); (4, 1,
    2); (4, 2, 1); (5, 1, 1); (7, 8, 9); (13, 14, 15)]%nat =
    [2; 3; 3; 4; 4; 4; 4; 6; 6; 6; 5; 5; 5; 5; 8; 8; 8; 9; 9; 8; 6; 6; 6; 6; 6; 10; 10; 10; 10; 12; 12; 12;
      12; 12; 10; 119; 377]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** the premise: one output takes at most C T: There is such a constant. *)
Theorem order :
  forall dk dv : nat, (1 <= dk)%nat -> (1 <= dv)%nat -> exists C : Z, forall T : nat, (1 <= T)%nat -> 
    (as_written (among [mul]) 1 T dk dv <= C * T)%Z.
Proof.
  intros dk dv H_dk H_dv; exists (dk + dv)%Z; intros T H_T; count; destruct (from_one T H_T) as [w_T [W_T
    E_T]]; rewrite ?E_T; destruct (from_one dk H_dk) as [w_dk [W_dk E_dk]]; rewrite ?E_dk; destruct (from_one
    dv H_dv) as [w_dv [W_dv E_dv]]; rewrite ?E_dv;
  apply (at_least_by (0)); [ ring | not_negative ].
Qed.

End Part1.

Module Part2.

(** A computation is known here by how much it does at what price: [each n work] does work 0 ... work (n -
  1). *)
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
  intros H; induction n; [simpl; ring | rewrite Nat2Z.inj_succ; simpl each; rewrite Z.mul_add_distr_l, IHn,
    H; ring].
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
Ltac not_negative := first [ lia | apply Z.add_nonneg_nonneg; not_negative | apply Z.mul_nonneg_nonneg;
  not_negative
  | apply Z.pow_nonneg; not_negative ].
Ltac above_zero := first [ lia | apply Z.add_pos_nonneg; [ above_zero | not_negative ]
  | apply Z.add_nonneg_pos; [ not_negative | above_zero ] | apply Z.mul_pos_pos; above_zero ].

(** the conclusion: all outputs together take at most C T: The loops do what was tallied while the
    reference ran, at all sizes that were looked at. *)
Theorem tallies_1 :
  map (fun '(T, dk, dv) => (as_written (among [mul]) T T dk dv)%Z) [(1, 1, 1); (1, 1, 2); (1, 2, 1); (2, 1,
    1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1, 1); (1, 1, 4); (1, 2, 3); (1, 3, 2); (1,
    4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4, 1, 1); (1, 1, 5); (1, 2, 4); (1, 3, 3);
    (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1); (3, 1, 3); (3, 2, 2); (3, 3, 1); (4, 1,
    2); (4, 2, 1); (5, 1, 1); (1, 1, 6); (1, 2, 5); (1, 3, 4); (1, 4, 3); (1, 5, 2); (1, 6, 1); (2, 1, 5); (2,
    2, 4); (2, 3, 3); (2, 4, 2); (2, 5, 1); (3, 1, 4); (3, 2, 3); (3, 3, 2); (3, 4, 1); (4, 1, 3); (4, 2, 2);
    (4, 3, 1); (5, 1, 2); (5, 2, 1); (6, 1, 1); (8, 9, 10); (14, 15, 16)]%nat =
    [2; 3; 3; 8; 4; 4; 4; 12; 12; 18; 5; 5; 5; 5; 16; 16; 16; 27; 27; 32; 6; 6; 6; 6; 6; 20; 20; 20; 20; 36;
      36; 36; 48; 48; 50; 7; 7; 7; 7; 7; 7; 24; 24; 24; 24; 24; 45; 45; 45; 45; 64; 64; 64; 75; 75; 72; 1216;
      6076]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** the conclusion: all outputs together take at most C T: There is no such constant. *)
Theorem outgrows :
  ~ (forall dk dv : nat, (1 <= dk)%nat -> (1 <= dv)%nat -> exists C : Z, forall T : nat, (1 <= T)%nat -> 
    (as_written (among [mul]) T T dk dv <= C * T)%Z).
Proof.
  intros H; destruct (H 1%nat 1%nat (le_n 1) (le_n 1)) as [C B];
  specialize (B (Z.to_nat (Z.abs C + 1)) ltac:(lia));
  revert B; count; rewrite ?Z2Nat.id by lia; nia.
Qed.

End Part2.

End Reading1.

(** ** repair: proved

    for all dk, dv there is a C such that for all T: when each token takes at most C multiplications, as
    in streaming causal attention, all T tokens together take at most C T *)
Module Repair.

Module Part1.

(** A computation is known here by how much it does at what price: [each n work] does work 0 ... work (n -
  1). *)
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
  intros H; induction n; [simpl; ring | rewrite Nat2Z.inj_succ; simpl each; rewrite Z.mul_add_distr_l, IHn,
    H; ring].
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
Ltac not_negative := first [ lia | apply Z.add_nonneg_nonneg; not_negative | apply Z.mul_nonneg_nonneg;
  not_negative
  | apply Z.pow_nonneg; not_negative ].
Ltac above_zero := first [ lia | apply Z.add_pos_nonneg; [ above_zero | not_negative ]
  | apply Z.add_nonneg_pos; [ not_negative | above_zero ] | apply Z.mul_pos_pos; above_zero ].

(** the last of T tokens takes at most C: The loops do what was tallied while the reference ran, at all
    sizes that were looked at. *)
Theorem tallies_1 :
  map (fun '(T, dk, dv) => ((recurrent (among [mul]) T dk dv - recurrent (among [mul]) (T - 1) dk dv))%Z)
    [(1, 1, 1); (1, 1, 2); (1, 2, 1); (2, 1, 1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1,
    1); (1, 1, 4); (1, 2, 3); (1, 3, 2); (1, 4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4,
    1, 1); (1, 1, 5); (1, 2, 4); (1, 3, 3); (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1);
    (3, 1, 3); (3, 2, 2); (3, 3, 1); (4, 1, 2); (4, 2, 1); (5, 1, 1); (7, 8, 9); (13, 14, 15)]%nat =
    [2; 4; 4; 2; 6; 8; 6; 4; 4; 2; 8; 12; 12; 8; 6; 8; 6; 4; 4; 2; 10; 16; 18; 16; 10; 8; 12; 12; 8; 6; 8;
      6; 4; 4; 2; 144; 420]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** the last of T tokens takes at most C: There is such a constant. *)
Theorem order :
  forall dk dv : nat, (1 <= dk)%nat -> (1 <= dv)%nat -> exists C : Z, forall T : nat, (1 <= T)%nat -> 
    ((recurrent (among [mul]) T dk dv - recurrent (among [mul]) (T - 1) dk dv) <= C)%Z.
Proof.
  intros dk dv H_dk H_dv; exists (2*dk*dv)%Z; intros T H_T; count; destruct (from_one T H_T) as [w_T [W_T
    E_T]]; rewrite ?E_T; destruct (from_one dk H_dk) as [w_dk [W_dk E_dk]]; rewrite ?E_dk; destruct (from_one
    dv H_dv) as [w_dv [W_dv E_dv]]; rewrite ?E_dv;
  apply (at_least_by (0)); [ ring | not_negative ].
Qed.

End Part1.

Module Part2.

(** A computation is known here by how much it does at what price: [each n work] does work 0 ... work (n -
  1). *)
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
  intros H; induction n; [simpl; ring | rewrite Nat2Z.inj_succ; simpl each; rewrite Z.mul_add_distr_l, IHn,
    H; ring].
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
Ltac not_negative := first [ lia | apply Z.add_nonneg_nonneg; not_negative | apply Z.mul_nonneg_nonneg;
  not_negative
  | apply Z.pow_nonneg; not_negative ].
Ltac above_zero := first [ lia | apply Z.add_pos_nonneg; [ above_zero | not_negative ]
  | apply Z.add_nonneg_pos; [ not_negative | above_zero ] | apply Z.mul_pos_pos; above_zero ].

(** all T tokens together take at most C T: The loops do what was tallied while the reference ran, at all
    sizes that were looked at. *)
Theorem tallies_1 :
  map (fun '(T, dk, dv) => (recurrent (among [mul]) T dk dv)%Z) [(1, 1, 1); (1, 1, 2); (1, 2, 1); (2, 1, 1);
    (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1, 1); (1, 1, 4); (1, 2, 3); (1, 3, 2); (1, 4,
    1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4, 1, 1); (1, 1, 5); (1, 2, 4); (1, 3, 3); (1,
    4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1); (3, 1, 3); (3, 2, 2); (3, 3, 1); (4, 1, 2);
    (4, 2, 1); (5, 1, 1); (1, 1, 6); (1, 2, 5); (1, 3, 4); (1, 4, 3); (1, 5, 2); (1, 6, 1); (2, 1, 5); (2, 2,
    4); (2, 3, 3); (2, 4, 2); (2, 5, 1); (3, 1, 4); (3, 2, 3); (3, 3, 2); (3, 4, 1); (4, 1, 3); (4, 2, 2); (4,
    3, 1); (5, 1, 2); (5, 2, 1); (6, 1, 1); (8, 9, 10); (14, 15, 16)]%nat =
    [2; 4; 4; 4; 6; 8; 6; 8; 8; 6; 8; 12; 12; 8; 12; 16; 12; 12; 12; 8; 10; 16; 18; 16; 10; 16; 24; 24; 16;
      18; 24; 18; 16; 16; 10; 12; 20; 24; 24; 20; 12; 20; 32; 36; 32; 20; 24; 36; 36; 24; 24; 32; 24; 20; 20;
      12; 1440; 6720]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** all T tokens together take at most C T: There is such a constant. *)
Theorem order :
  forall dk dv : nat, (1 <= dk)%nat -> (1 <= dv)%nat -> exists C : Z, forall T : nat, (1 <= T)%nat -> 
    (recurrent (among [mul]) T dk dv <= C * T)%Z.
Proof.
  intros dk dv H_dk H_dv; exists (2*dk*dv)%Z; intros T H_T; count; destruct (from_one T H_T) as [w_T [W_T
    E_T]]; rewrite ?E_T; destruct (from_one dk H_dk) as [w_dk [W_dk E_dk]]; rewrite ?E_dk; destruct (from_one
    dv H_dv) as [w_dv [W_dv E_dv]]; rewrite ?E_dv;
  apply (at_least_by (0)); [ ring | not_negative ].
Qed.

End Part2.

End Repair.

Definition checked := (Reading1.Part1.tallies_1, Reading1.Part1.order, Reading1.Part2.tallies_1,
  Reading1.Part2.outgrows, Repair.Part1.tallies_1, Repair.Part1.order, Repair.Part2.tallies_1,
  Repair.Part2.order).
Print Assumptions checked.
