(** * q3-drop-exponential-definition: ill-posed

    Linear attention is softmax attention with the exponential left out of the softmax.

    Write-up: question 3, para 2, line 69. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** with normaliser: proved

    for all T, q, k, v with s_j = <q, k_j> and sum_l s_l != 0: the weights s_j / sum_l s_l sum to 1, and
    sum_j (s_j / sum_l s_l) v_j = (sum_j s_j v_j) / sum_l s_l *)
Module Reading1.

Module Part1.

Definition left_start (s_1 : R) : R * R :=
  (0 + s_1, 0 + s_1).
Definition left_step (state : R * R) (s1 : R) : R * R :=
  let '(l_n, l_z) := state in
  (l_n + s1, l_z + s1).
Definition left_finish (state : R * R) : R :=
  let '(l_n, l_z) := state in
  l_n / l_z.
Definition left_defined (state : R * R) : Prop :=
  let '(l_n, l_z) := state in
  l_z <> 0.
Definition left_side (s_1 : R) (blocks : list R) : R :=
  left_finish
    (fold_left left_step blocks (left_start s_1)).
Definition right_start (s_1 : R) : unit :=
  tt.
Definition right_step (_ : unit) (s1 : R) : unit :=
  tt.
Definition right_finish (_ : unit) : R :=
  1.
Definition right_side (s_1 : R) (blocks : list R) : R :=
  right_finish
    (fold_left right_step blocks (right_start s_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** the weights sum to 1: Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (s_1 : R) (blocks : list R),
    left_defined (fold_left left_step blocks (left_start s_1)) ->
    left_side s_1 blocks = right_side s_1 blocks.
Proof.
  intros s_1 blocks D0;
  assert (main : forall (blocks : list R) (l_n l_z : R),
      l_n - l_z = 0 ->
      left_defined (fold_left left_step blocks (l_n, l_z)) ->
      left_finish (fold_left left_step blocks (l_n, l_z)) =
      right_finish (fold_left right_step blocks tt));
  [ clear; induction blocks as [|s1 blocks IH];
    intros l_n l_z I0 D0;
    cbn [fold_left] in *;
    [ unfold left_defined in D0; opened; apply Rminus_diag_uniq; transitivity ((l_n - l_z) / (l_z)); [
      field; repeat split; first [ tauto | intros E; apply D0; rewrite <- E; ring ] | rewrite I0; apply
      Rmult_0_l ]
    | apply IH;
      [ opened; transitivity (l_n - l_z); [ ring | rewrite ?I0; ring ]
      | exact D0 ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring
    | exact D0 ] ].
Qed.

End Part1.

Module Part2.

Definition left_start (c : R) (w_1 v_1 : R) : R :=
  0 + c * w_1 * v_1.
Definition left_step (c : R) (l_y : R) (block : R * R) : R :=
  let '(w1, v1) := block in
  l_y + c * w1 * v1.
Definition left_finish (c : R) (l_y : R) : R :=
  l_y.
Definition left_side (c : R) (w_1 v_1 : R) (blocks : list (R * R)) : R :=
  left_finish c
    (fold_left (left_step c) blocks (left_start c w_1 v_1)).
Definition right_start (c : R) (w_1 v_1 : R) : R :=
  0 + w_1 * v_1.
Definition right_step (c : R) (r_y : R) (block : R * R) : R :=
  let '(w1, v1) := block in
  r_y + w1 * v1.
Definition right_finish (c : R) (r_y : R) : R :=
  c * r_y.
Definition right_side (c : R) (w_1 v_1 : R) (blocks : list (R * R)) : R :=
  right_finish c
    (fold_left (right_step c) blocks (right_start c w_1 v_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** for every c, in particular c = 1 / sum_l s_l: sum_j (c s_j) v_j = c sum_j s_j v_j: Both sides are
    equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (c : R) (w_1 v_1 : R) (blocks : list (R * R)),
    left_side c w_1 v_1 blocks = right_side c w_1 v_1 blocks.
Proof.
  intros c w_1 v_1 blocks;
  assert (main : forall (blocks : list (R * R)) (l_y r_y : R),
      -(c * r_y) + l_y = 0 ->
      left_finish c (fold_left (left_step c) blocks l_y) =
      right_finish c (fold_left (right_step c) blocks r_y));
  [ clear; induction blocks as [|[w1 v1] blocks IH];
    intros l_y r_y I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-(c * r_y) + l_y); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-(c * r_y) + l_y); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Part2.

End Reading1.

(** ** without normaliser: proved

    for all T, q, k, v: with the weights W_ij = <q_i, k_j> the outputs sum_j W_ij v_j are line 81, sum_j
    <q_i, k_j> v_j, and are Q (K^T V) *)
Module Reading2.

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

(** Both sides are equal, however many blocks of items follow the first ones. *)
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

End Reading2.

Definition checked := (Reading1.Part1.holds, Reading1.Part2.holds, Reading2.holds).
Print Assumptions checked.
