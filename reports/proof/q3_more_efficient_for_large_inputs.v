(** * q3-more-efficient-for-large-inputs: conditional

    For large inputs linear attention is more efficient than standard attention.

    Write-up: question 3, para 3, line 71. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** large T at fixed d: conditional

    for all T, dk, dv >= 1: 2 T dk dv < T^2 (dk + dv) *)
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
  map (fun '(T, dk, dv) => (reassociated (among [mul]) T T dk dv)%Z) [(1, 1, 1); (1, 1, 2); (1, 2, 1); (2,
    1, 1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1, 1); (1, 1, 4); (1, 2, 3); (1, 3, 2);
    (1, 4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4, 1, 1); (1, 1, 5); (1, 2, 4); (1, 3,
    3); (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1); (3, 1, 3); (3, 2, 2); (3, 3, 1); (4,
    1, 2); (4, 2, 1); (5, 1, 1); (1, 1, 6); (1, 2, 5); (1, 3, 4); (1, 4, 3); (1, 5, 2); (1, 6, 1); (2, 1, 5);
    (2, 2, 4); (2, 3, 3); (2, 4, 2); (2, 5, 1); (3, 1, 4); (3, 2, 3); (3, 3, 2); (3, 4, 1); (4, 1, 3); (4, 2,
    2); (4, 3, 1); (5, 1, 2); (5, 2, 1); (6, 1, 1); (8, 9, 10); (14, 15, 16)]%nat =
    [2; 4; 4; 4; 6; 8; 6; 8; 8; 6; 8; 12; 12; 8; 12; 16; 12; 12; 12; 8; 10; 16; 18; 16; 10; 16; 24; 24; 16;
      18; 24; 18; 16; 16; 10; 12; 20; 24; 24; 20; 12; 20; 32; 36; 32; 20; 24; 36; 36; 24; 24; 32; 24; 20; 20;
      12; 1440; 6720]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** The loops do what was tallied while the reference ran, at all sizes that were looked at. *)
Theorem tallies_2 :
  map (fun '(T, dk, dv) => (softmax_attention (among [mul]) T T dk dv)%Z) [(1, 1, 1); (1, 1, 2); (1, 2, 1);
    (2, 1, 1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1, 1); (1, 1, 4); (1, 2, 3); (1, 3,
    2); (1, 4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4, 1, 1); (1, 1, 5); (1, 2, 4); (1,
    3, 3); (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1); (3, 1, 3); (3, 2, 2); (3, 3, 1);
    (4, 1, 2); (4, 2, 1); (5, 1, 1); (1, 1, 6); (1, 2, 5); (1, 3, 4); (1, 4, 3); (1, 5, 2); (1, 6, 1); (2, 1,
    5); (2, 2, 4); (2, 3, 3); (2, 4, 2); (2, 5, 1); (3, 1, 4); (3, 2, 3); (3, 3, 2); (3, 4, 1); (4, 1, 3); (4,
    2, 2); (4, 3, 1); (5, 1, 2); (5, 2, 1); (6, 1, 1); (8, 9, 10); (14, 15, 16)]%nat =
    [2; 3; 3; 8; 4; 4; 4; 12; 12; 18; 5; 5; 5; 5; 16; 16; 16; 27; 27; 32; 6; 6; 6; 6; 6; 20; 20; 20; 20; 36;
      36; 36; 48; 48; 50; 7; 7; 7; 7; 7; 7; 24; 24; 24; 24; 24; 45; 45; 45; 45; 64; 64; 64; 75; 75; 72; 1216;
      6076]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** It holds exactly in this region. *)
Theorem region :
  forall T dk dv : nat, (1 <= T)%nat -> (1 <= dk)%nat -> (1 <= dv)%nat -> 
    (reassociated (among [mul]) T T dk dv < softmax_attention (among [mul]) T T dk dv <-> 0 < (dk + dv) * T
      - (2*dk*dv))%Z.
Proof.
  intros T dk dv H_T H_dk H_dv; assert (D : (softmax_attention (among [mul]) T T dk dv - reassociated (among
    [mul]) T T dk dv = T ^ 1 * ((dk + dv) * T - (2*dk*dv)))%Z) by (count; ring);
  assert (P : (0 < T ^ 1)%Z) by (apply Z.pow_pos_nonneg; lia);
  set (e := ((dk + dv) * T - (2*dk*dv))%Z) in *; set (s := (T ^ 1)%Z) in *; clearbody e s; split; intros; nia.
Qed.

(** It does not hold: at T = 1, dk = 1, dv = 1 it fails. *)
Theorem fails :
  ~ (forall T dk dv : nat, (1 <= T)%nat -> (1 <= dk)%nat -> (1 <= dv)%nat -> 
    (reassociated (among [mul]) T T dk dv < softmax_attention (among [mul]) T T dk dv)%Z).
Proof.
  intros H; specialize (H 1%nat 1%nat 1%nat ltac:(lia) ltac:(lia) ltac:(lia)); revert H; vm_compute;
  first [ discriminate | intros H; apply H; reflexivity ].
Qed.

End Reading1.

(** ** for every T: conditional

    for all T, dk, dv >= 1: 2 T dk dv <= T^2 (dk + dv), linear attention never takes more multiplications *)
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
  map (fun '(T, dk, dv) => (reassociated (among [mul]) T T dk dv)%Z) [(1, 1, 1); (1, 1, 2); (1, 2, 1); (2,
    1, 1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1, 1); (1, 1, 4); (1, 2, 3); (1, 3, 2);
    (1, 4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4, 1, 1); (1, 1, 5); (1, 2, 4); (1, 3,
    3); (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1); (3, 1, 3); (3, 2, 2); (3, 3, 1); (4,
    1, 2); (4, 2, 1); (5, 1, 1); (1, 1, 6); (1, 2, 5); (1, 3, 4); (1, 4, 3); (1, 5, 2); (1, 6, 1); (2, 1, 5);
    (2, 2, 4); (2, 3, 3); (2, 4, 2); (2, 5, 1); (3, 1, 4); (3, 2, 3); (3, 3, 2); (3, 4, 1); (4, 1, 3); (4, 2,
    2); (4, 3, 1); (5, 1, 2); (5, 2, 1); (6, 1, 1); (8, 9, 10); (14, 15, 16)]%nat =
    [2; 4; 4; 4; 6; 8; 6; 8; 8; 6; 8; 12; 12; 8; 12; 16; 12; 12; 12; 8; 10; 16; 18; 16; 10; 16; 24; 24; 16;
      18; 24; 18; 16; 16; 10; 12; 20; 24; 24; 20; 12; 20; 32; 36; 32; 20; 24; 36; 36; 24; 24; 32; 24; 20; 20;
      12; 1440; 6720]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** The loops do what was tallied while the reference ran, at all sizes that were looked at. *)
Theorem tallies_2 :
  map (fun '(T, dk, dv) => (softmax_attention (among [mul]) T T dk dv)%Z) [(1, 1, 1); (1, 1, 2); (1, 2, 1);
    (2, 1, 1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1, 1); (1, 1, 4); (1, 2, 3); (1, 3,
    2); (1, 4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4, 1, 1); (1, 1, 5); (1, 2, 4); (1,
    3, 3); (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1); (3, 1, 3); (3, 2, 2); (3, 3, 1);
    (4, 1, 2); (4, 2, 1); (5, 1, 1); (1, 1, 6); (1, 2, 5); (1, 3, 4); (1, 4, 3); (1, 5, 2); (1, 6, 1); (2, 1,
    5); (2, 2, 4); (2, 3, 3); (2, 4, 2); (2, 5, 1); (3, 1, 4); (3, 2, 3); (3, 3, 2); (3, 4, 1); (4, 1, 3); (4,
    2, 2); (4, 3, 1); (5, 1, 2); (5, 2, 1); (6, 1, 1); (8, 9, 10); (14, 15, 16)]%nat =
    [2; 3; 3; 8; 4; 4; 4; 12; 12; 18; 5; 5; 5; 5; 16; 16; 16; 27; 27; 32; 6; 6; 6; 6; 6; 20; 20; 20; 20; 36;
      36; 36; 48; 48; 50; 7; 7; 7; 7; 7; 7; 24; 24; 24; 24; 24; 45; 45; 45; 45; 64; 64; 64; 75; 75; 72; 1216;
      6076]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** It holds exactly in this region. *)
Theorem region :
  forall T dk dv : nat, (1 <= T)%nat -> (1 <= dk)%nat -> (1 <= dv)%nat -> 
    (reassociated (among [mul]) T T dk dv <= softmax_attention (among [mul]) T T dk dv <-> 0 <= (dk + dv) *
      T - (2*dk*dv))%Z.
Proof.
  intros T dk dv H_T H_dk H_dv; assert (D : (softmax_attention (among [mul]) T T dk dv - reassociated (among
    [mul]) T T dk dv = T ^ 1 * ((dk + dv) * T - (2*dk*dv)))%Z) by (count; ring);
  assert (P : (0 < T ^ 1)%Z) by (apply Z.pow_pos_nonneg; lia);
  set (e := ((dk + dv) * T - (2*dk*dv))%Z) in *; set (s := (T ^ 1)%Z) in *; clearbody e s; split; intros; nia.
Qed.

(** It does not hold: at T = 1, dk = 1, dv = 2 it fails. *)
Theorem fails :
  ~ (forall T dk dv : nat, (1 <= T)%nat -> (1 <= dk)%nat -> (1 <= dv)%nat -> 
    (reassociated (among [mul]) T T dk dv <= softmax_attention (among [mul]) T T dk dv)%Z).
Proof.
  intros H; specialize (H 1%nat 1%nat 2%nat ltac:(lia) ltac:(lia) ltac:(lia)); revert H; vm_compute;
  first [ discriminate | intros H; apply H; reflexivity ].
Qed.

End Reading2.

(** ** repair: proved

    for all dk, dv >= 1 and all T >= dk + dv: 2 T dk dv < T^2 (dk + dv) *)
Module Repair.

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
  map (fun '(t, dk, dv) => (reassociated (among [mul]) (dk + dv + t - 1) (dk + dv + t - 1) dk dv)%Z) [(1, 1,
    1); (1, 1, 2); (1, 2, 1); (2, 1, 1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1, 1); (1,
    1, 4); (1, 2, 3); (1, 3, 2); (1, 4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4, 1, 1);
    (1, 1, 5); (1, 2, 4); (1, 3, 3); (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1); (3, 1,
    3); (3, 2, 2); (3, 3, 1); (4, 1, 2); (4, 2, 1); (5, 1, 1); (1, 1, 6); (1, 2, 5); (1, 3, 4); (1, 4, 3); (1,
    5, 2); (1, 6, 1); (2, 1, 5); (2, 2, 4); (2, 3, 3); (2, 4, 2); (2, 5, 1); (3, 1, 4); (3, 2, 3); (3, 3, 2);
    (3, 4, 1); (4, 1, 3); (4, 2, 2); (4, 3, 1); (5, 1, 2); (5, 2, 1); (6, 1, 1); (8, 9, 10); (14, 15, 16)]%nat
    =
    [4; 12; 12; 6; 24; 32; 24; 16; 16; 8; 40; 60; 60; 40; 30; 40; 30; 20; 20; 10; 60; 96; 108; 96; 60; 48;
      72; 72; 48; 36; 48; 36; 24; 24; 12; 84; 140; 168; 168; 140; 84; 70; 112; 126; 112; 70; 56; 84; 84; 56;
      42; 56; 42; 28; 28; 14; 4680; 21120]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** The loops do what was tallied while the reference ran, at all sizes that were looked at. *)
Theorem tallies_2 :
  map (fun '(t, dk, dv) => (softmax_attention (among [mul]) (dk + dv + t - 1) (dk + dv + t - 1) dk dv)%Z)
    [(1, 1, 1); (1, 1, 2); (1, 2, 1); (2, 1, 1); (1, 1, 3); (1, 2, 2); (1, 3, 1); (2, 1, 2); (2, 2, 1); (3, 1,
    1); (1, 1, 4); (1, 2, 3); (1, 3, 2); (1, 4, 1); (2, 1, 3); (2, 2, 2); (2, 3, 1); (3, 1, 2); (3, 2, 1); (4,
    1, 1); (1, 1, 5); (1, 2, 4); (1, 3, 3); (1, 4, 2); (1, 5, 1); (2, 1, 4); (2, 2, 3); (2, 3, 2); (2, 4, 1);
    (3, 1, 3); (3, 2, 2); (3, 3, 1); (4, 1, 2); (4, 2, 1); (5, 1, 1); (1, 1, 6); (1, 2, 5); (1, 3, 4); (1, 4,
    3); (1, 5, 2); (1, 6, 1); (2, 1, 5); (2, 2, 4); (2, 3, 3); (2, 4, 2); (2, 5, 1); (3, 1, 4); (3, 2, 3); (3,
    3, 2); (3, 4, 1); (4, 1, 3); (4, 2, 2); (4, 3, 1); (5, 1, 2); (5, 2, 1); (6, 1, 1); (8, 9, 10); (14, 15,
    16)]%nat =
    [8; 27; 27; 18; 64; 64; 64; 48; 48; 32; 125; 125; 125; 125; 100; 100; 100; 75; 75; 50; 216; 216; 216;
      216; 216; 180; 180; 180; 180; 144; 144; 144; 108; 108; 72; 343; 343; 343; 343; 343; 343; 294; 294; 294;
      294; 294; 245; 245; 245; 245; 196; 196; 196; 147; 147; 98; 12844; 60016]%Z.
Proof.
  vm_compute; reflexivity.
Qed.

(** At all sizes. *)
Theorem below :
  forall t dk dv : nat, (1 <= t)%nat -> (1 <= dk)%nat -> (1 <= dv)%nat -> 
    (reassociated (among [mul]) (dk + dv + t - 1) (dk + dv + t - 1) dk dv < softmax_attention (among [mul])
      (dk + dv + t - 1) (dk + dv + t - 1) dk dv)%Z.
Proof.
  intros t dk dv H_t H_dk H_dv; count; destruct (from_one t H_t) as [w_t [W_t E_t]]; rewrite ?E_t; destruct
    (from_one dk H_dk) as [w_dk [W_dk E_dk]]; rewrite ?E_dk; destruct (from_one dv H_dv) as [w_dv [W_dv
    E_dv]]; rewrite ?E_dv;
  apply (above_by (w_dk^3 + w_dk^2*w_dv + 2*w_dk^2*w_t + w_dk*w_dv^2 + 2*w_dk*w_dv*w_t + w_dk*w_t^2 + w_dv^3
    + 2*w_dv^2*w_t + w_dv*w_t^2 + 4*w_dk^2 + 4*w_dk*w_dv + 6*w_dk*w_t + 4*w_dv^2 + 6*w_dv*w_t + 2*w_t^2 +
    6*w_dk + 6*w_dv + 6*w_t + 4)); [ ring | above_zero ].
Qed.

End Repair.

Definition checked := (Reading1.tallies_1, Reading1.tallies_2, Reading1.region, Reading1.fails,
  Reading2.tallies_1, Reading2.tallies_2, Reading2.region, Reading2.fails, Repair.tallies_1, Repair.tallies_2,
  Repair.below).
Print Assumptions checked.
