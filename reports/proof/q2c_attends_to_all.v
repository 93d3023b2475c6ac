(** * q2c-attends-to-all: proved

    Every token computes a score with itself and with every other token.

    Write-up: question 2, c, line 63. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** non-causal: proved

    for all n, d >= 1: n tokens of width d use n^2 scores, one for each (i, j) *)
Module Reading1.

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

(** The loops do what was tallied while the reference ran, at all sizes that were looked at. *)
Theorem tallies_1 :
  map (fun '(n, d) => (weights (among [exponential]) n d (fun _ => n))%Z) [(1, 1); (1, 2); (2, 1); (1, 3);
    (2, 2); (3, 1); (1, 4); (2, 3); (3, 2); (4, 1); (1, 5); (2, 4); (3, 3); (4, 2); (5, 1); (7, 8); (13,
    14)]%nat =
    [1; 1; 4; 1; 4; 9; 1; 4; 9; 16; 1; 4; 9; 16; 25; 49; 169]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** The count is the formula, at all sizes. *)
Theorem equals :
  forall n d : nat, (1 <= n)%nat -> (1 <= d)%nat -> 
    (weights (among [exponential]) n d (fun _ => n) = n * n)%Z.
Proof.
  intros; count; ring.
Qed.

End Reading1.

(** ** causal: refuted

    for all n, d >= 1: causal attention, too, uses n^2 scores *)
Module Reading2.

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

(** The loops do what was tallied while the reference ran, at all sizes that were looked at. *)
Theorem tallies_1 :
  map (fun '(n, d) => (weights (among [exponential]) n d (fun i => S i))%Z) [(1, 1); (1, 2); (2, 1); (1, 3);
    (2, 2); (3, 1); (1, 4); (2, 3); (3, 2); (4, 1); (1, 5); (2, 4); (3, 3); (4, 2); (5, 1); (7, 8); (13,
    14)]%nat =
    [1; 1; 3; 1; 3; 6; 1; 3; 6; 10; 1; 3; 6; 10; 15; 28; 91]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** It does not hold: at n = 2, d = 1 it fails. *)
Theorem fails :
  ~ (forall n d : nat, (1 <= n)%nat -> (1 <= d)%nat -> 
    (weights (among [exponential]) n d (fun i => S i) = n * n)%Z).
Proof.
  intros H; specialize (H 2%nat 1%nat ltac:(lia) ltac:(lia)); revert H; vm_compute;
  first [ discriminate | intros H; apply H; reflexivity ].
Qed.

End Reading2.

(** ** causal, counted: proved

    for all n, d >= 1: causal attention uses n (n + 1) / 2 scores, those with j <= i *)
Module Reading3.

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

(** The loops do what was tallied while the reference ran, at all sizes that were looked at. *)
Theorem tallies_1 :
  map (fun '(n, d) => (weights (among [exponential]) n d (fun i => S i))%Z) [(1, 1); (1, 2); (2, 1); (1, 3);
    (2, 2); (3, 1); (1, 4); (2, 3); (3, 2); (4, 1); (1, 5); (2, 4); (3, 3); (4, 2); (5, 1); (7, 8); (13,
    14)]%nat =
    [1; 1; 3; 1; 3; 6; 1; 3; 6; 10; 1; 3; 6; 10; 15; 28; 91]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** The count is the formula, at all sizes. *)
Theorem equals :
  forall n d : nat, (1 <= n)%nat -> (1 <= d)%nat -> 
    (2 * weights (among [exponential]) n d (fun i => S i) = n^2 + n)%Z.
Proof.
  intros; unfold weights; erewrite each_rising; [ | intros i; count; instantiate (1 := 1%Z); instantiate (1
    := 1%Z); ring ]; ring.
Qed.

End Reading3.

Definition checked := (Reading1.tallies_1, Reading1.equals, Reading2.tallies_1, Reading2.fails,
  Reading3.tallies_1, Reading3.equals).
Print Assumptions checked.
