(** * q3-causal-vs-noncausal: proved

    The sum of the linear formula runs over all tokens, also those that come later.

    Write-up: question 3, formula 2, lines 81, 83. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** non-causal: proved

    for all T, dk, dv: one state K^T V serves every query, y_i = q_i (K^T V), and all outputs take 2 T dk
    dv multiplications, at most C T *)
Module Reading1.

Module Part1.

Definition left_start (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) : R :=
  0 + inner q k_1 * v_1.
Definition left_step (V : space) (q : vector V) (l_y : R) (block : vector V * R) : R :=
  let '(k1, v1) := block in
  l_y + inner q k1 * v1.
Definition left_finish (V : space) (q : vector V) (l_y : R) : R :=
  l_y.
Definition left_side (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)) :
  R :=
  left_finish V q
    (fold_left (left_step V q) blocks (left_start V q k_1 v_1)).
Definition right_start (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) : vector V :=
  vadd vzero (vscale v_1 k_1).
Definition right_step (V : space) (q : vector V) (r_s : vector V) (block : vector V * R) : vector V :=
  let '(k1, v1) := block in
  vadd r_s (vscale v1 k1).
Definition right_finish (V : space) (q : vector V) (r_s : vector V) : R :=
  inner q r_s.
Definition right_side (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)) :
  R :=
  right_finish V q
    (fold_left (right_step V q) blocks (right_start V q k_1 v_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** the state gives the output of any query: Both sides are equal, however many blocks of items follow the
    first ones. *)
Theorem holds :
  forall (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)),
    left_side V q k_1 v_1 blocks = right_side V q k_1 v_1 blocks.
Proof.
  intros V q k_1 v_1 blocks;
  assert (main : forall (blocks : list (vector V * R)) (l_y : R) (r_s : vector V),
      -inner q r_s + l_y = 0 ->
      left_finish V q (fold_left (left_step V q) blocks l_y) =
      right_finish V q (fold_left (right_step V q) blocks r_s));
  [ clear; induction blocks as [|[k1 v1] blocks IH];
    intros l_y r_s I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-inner q r_s + l_y); [ products; ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-inner q r_s + l_y); [ products; ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; products; ring ] ].
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

(** 2 T dk dv multiplications: The loops do what was tallied while the reference ran, at all sizes that
    were looked at. *)
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

(** 2 T dk dv multiplications: The count is the formula, at all sizes. *)
Theorem equals :
  forall T dk dv : nat, (1 <= T)%nat -> (1 <= dk)%nat -> (1 <= dv)%nat -> 
    (reassociated (among [mul]) T T dk dv = 2 * (T * (dk * dv)))%Z.
Proof.
  intros; count; ring.
Qed.

End Part2.

Module Part3.

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

(** at most C T: The loops do what was tallied while the reference ran, at all sizes that were looked at. *)
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

(** at most C T: There is such a constant. *)
Theorem order :
  forall dk dv : nat, (1 <= dk)%nat -> (1 <= dv)%nat -> exists C : Z, forall T : nat, (1 <= T)%nat -> 
    (reassociated (among [mul]) T T dk dv <= C * T)%Z.
Proof.
  intros dk dv H_dk H_dv; exists (2*dk*dv)%Z; intros T H_T; count; destruct (from_one T H_T) as [w_T [W_T
    E_T]]; rewrite ?E_T; destruct (from_one dk H_dk) as [w_dk [W_dk E_dk]]; rewrite ?E_dk; destruct (from_one
    dv H_dv) as [w_dv [W_dv E_dv]]; rewrite ?E_dv;
  apply (at_least_by (0)); [ ring | not_negative ].
Qed.

End Part3.

End Reading1.

(** ** causal (j<=i) needs its own argument: proved

    for all t, T, dk, dv: with S_t = S_(t-1) + k_t v_t^T, S_0 = 0, the causal output sum over j <= t of
    <q_t, k_j> v_j is q_t S_t, and all outputs take 2 T dk dv multiplications, at most C T *)
Module Reading2.

Module Part1.

Definition left_start (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) : R :=
  0 + inner q k_1 * v_1.
Definition left_step (V : space) (q : vector V) (l_y : R) (block : vector V * R) : R :=
  let '(k1, v1) := block in
  l_y + inner q k1 * v1.
Definition left_finish (V : space) (q : vector V) (l_y : R) : R :=
  l_y.
Definition left_side (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)) :
  R :=
  left_finish V q
    (fold_left (left_step V q) blocks (left_start V q k_1 v_1)).
Definition right_start (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) : vector V :=
  vadd vzero (vscale v_1 k_1).
Definition right_step (V : space) (q : vector V) (r_s : vector V) (block : vector V * R) : vector V :=
  let '(k1, v1) := block in
  vadd r_s (vscale v1 k1).
Definition right_finish (V : space) (q : vector V) (r_s : vector V) : R :=
  inner q r_s.
Definition right_side (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)) :
  R :=
  right_finish V q
    (fold_left (right_step V q) blocks (right_start V q k_1 v_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** for every t, q_t S_t is the sum over j <= t: Both sides are equal, however many blocks of items follow
    the first ones. *)
Theorem holds :
  forall (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)),
    left_side V q k_1 v_1 blocks = right_side V q k_1 v_1 blocks.
Proof.
  intros V q k_1 v_1 blocks;
  assert (main : forall (blocks : list (vector V * R)) (l_y : R) (r_s : vector V),
      -inner q r_s + l_y = 0 ->
      left_finish V q (fold_left (left_step V q) blocks l_y) =
      right_finish V q (fold_left (right_step V q) blocks r_s));
  [ clear; induction blocks as [|[k1 v1] blocks IH];
    intros l_y r_s I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-inner q r_s + l_y); [ products; ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-inner q r_s + l_y); [ products; ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; products; ring ] ].
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

(** 2 T dk dv multiplications: The loops do what was tallied while the reference ran, at all sizes that
    were looked at. *)
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

(** 2 T dk dv multiplications: The count is the formula, at all sizes. *)
Theorem equals :
  forall T dk dv : nat, (1 <= T)%nat -> (1 <= dk)%nat -> (1 <= dv)%nat -> 
    (recurrent (among [mul]) T dk dv = 2 * (T * (dk * dv)))%Z.
Proof.
  intros; count; ring.
Qed.

End Part2.

Module Part3.

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

(** at most C T: The loops do what was tallied while the reference ran, at all sizes that were looked at. *)
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

(** at most C T: There is such a constant. *)
Theorem order :
  forall dk dv : nat, (1 <= dk)%nat -> (1 <= dv)%nat -> exists C : Z, forall T : nat, (1 <= T)%nat -> 
    (recurrent (among [mul]) T dk dv <= C * T)%Z.
Proof.
  intros dk dv H_dk H_dv; exists (2*dk*dv)%Z; intros T H_T; count; destruct (from_one T H_T) as [w_T [W_T
    E_T]]; rewrite ?E_T; destruct (from_one dk H_dk) as [w_dk [W_dk E_dk]]; rewrite ?E_dk; destruct (from_one
    dv H_dv) as [w_dv [W_dv E_dv]]; rewrite ?E_dv;
  apply (at_least_by (0)); [ ring | not_negative ].
Qed.

End Part3.

End Reading2.

(** ** one formula for both: refuted

    for all T, q, k, v: Q (K^T V) is the causal output, sum over j <= i of <q_i, k_j> v_j in row i *)
Module Reading3.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1_1 q2_1 k1_1 k2_1 v1_1 v2_1 : R,
    q1_1 * (v1_1 * k1_1 + v2_1 * k2_1) = q1_1 * (v1_1 * k1_1) /\
    q2_1 * (v1_1 * k1_1 + v2_1 * k2_1) = q2_1 * (v1_1 * k1_1 + v2_1 * k2_1)).
Proof.
  intros H;
  specialize (H 1 0 0 1 0 1);
  destruct H as [H _];
  revert H; apply Rgt_not_eq; lra.
Qed.

End Reading3.

Definition checked := (Reading1.Part1.holds, Reading1.Part2.tallies_1, Reading1.Part2.equals,
  Reading1.Part3.tallies_1, Reading1.Part3.order, Reading2.Part1.holds, Reading2.Part2.tallies_1,
  Reading2.Part2.equals, Reading2.Part3.tallies_1, Reading2.Part3.order, Reading3.fails).
Print Assumptions checked.
