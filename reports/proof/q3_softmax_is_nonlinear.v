(** * q3-softmax-is-nonlinear: proved

    The softmax makes standard attention nonlinear.

    Write-up: question 3, formula 1, line 79. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** in q (K,V fixed): proved

    not for all T, q, k, v: y(2 q) = 2 y(q) *)
Module Reading1.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1 k1_1 v1_1 : R,
    exp(2 * q1 * k1_1) / exp(2 * q1 * k1_1) * v1_1 = 2 * (exp(q1 * k1_1) / exp(q1 * k1_1) * v1_1)).
Proof.
  intros H;
  specialize (H 0 0 1);
  revert H; apply Rlt_not_eq; interval with (i_prec 80).
Qed.

End Reading1.

(** ** in V: refuted

    not for all T, w_j = e^<q, k_j>, v, u, a, b: the output for the values a v + b u is a times that for v
    plus b times that for u *)
Module Reading2.

Definition left_start (a b : R) (w_1 v_1 u_1 : R) : R * R :=
  (0 + w_1 * (a * v_1 + b * u_1), 0 + w_1).
Definition left_step (a b : R) (state : R * R) (block : R * R * R) : R * R :=
  let '(l_y, l_z) := state in
  let '(w1, v1, u1) := block in
  (l_y + w1 * (a * v1 + b * u1), l_z + w1).
Definition left_finish (a b : R) (state : R * R) : R :=
  let '(l_y, l_z) := state in
  l_y / l_z.
Definition left_defined (a b : R) (state : R * R) : Prop :=
  let '(l_y, l_z) := state in
  l_z <> 0.
Definition left_side (a b : R) (w_1 v_1 u_1 : R) (blocks : list (R * R * R)) : R :=
  left_finish a b
    (fold_left (left_step a b) blocks (left_start a b w_1 v_1 u_1)).
Definition right_start (a b : R) (w_1 v_1 u_1 : R) : R * R * R :=
  (0 + w_1 * v_1, 0 + w_1 * u_1, 0 + w_1).
Definition right_step (a b : R) (state : R * R * R) (block : R * R * R) : R * R * R :=
  let '(r_y, r_x, r_z) := state in
  let '(w1, v1, u1) := block in
  (r_y + w1 * v1, r_x + w1 * u1, r_z + w1).
Definition right_finish (a b : R) (state : R * R * R) : R :=
  let '(r_y, r_x, r_z) := state in
  a * (r_y / r_z) + b * (r_x / r_z).
Definition right_defined (a b : R) (state : R * R * R) : Prop :=
  let '(r_y, r_x, r_z) := state in
  r_z <> 0.
Definition right_side (a b : R) (w_1 v_1 u_1 : R) (blocks : list (R * R * R)) : R :=
  right_finish a b
    (fold_left (right_step a b) blocks (right_start a b w_1 v_1 u_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (a b : R) (w_1 v_1 u_1 : R) (blocks : list (R * R * R)),
    left_defined a b (fold_left (left_step a b) blocks (left_start a b w_1 v_1 u_1)) ->
    right_defined a b (fold_left (right_step a b) blocks (right_start a b w_1 v_1 u_1)) ->
    left_side a b w_1 v_1 u_1 blocks = right_side a b w_1 v_1 u_1 blocks.
Proof.
  intros a b w_1 v_1 u_1 blocks D0 D1;
  assert (main : forall (blocks : list (R * R * R)) (l_y l_z r_y r_x r_z : R),
      -(a * l_z * r_y) - b * l_z * r_x + l_y * r_z = 0 ->
      -(a * l_z) + a * r_z = 0 ->
      -(a * r_y) - b * r_x + l_y = 0 ->
      -(b * l_z) + b * r_z = 0 ->
      left_defined a b (fold_left (left_step a b) blocks (l_y, l_z)) ->
      right_defined a b (fold_left (right_step a b) blocks (r_y, r_x, r_z)) ->
      left_finish a b (fold_left (left_step a b) blocks (l_y, l_z)) =
      right_finish a b (fold_left (right_step a b) blocks (r_y, r_x, r_z)));
  [ clear; induction blocks as [|[[w1 v1] u1] blocks IH];
    intros l_y l_z r_y r_x r_z I0 I1 I2 I3 D0 D1;
    cbn [fold_left] in *;
    [ unfold left_defined in D0; unfold right_defined in D1; opened; apply Rminus_diag_uniq; transitivity
      ((-(a * l_z * r_y) - b * l_z * r_x + l_y * r_z) / (l_z * r_z)); [ field; repeat split; first [ tauto |
      intros E; apply (Rmult_integral_contrapositive_currified _ _ D0 D1); rewrite <- E; ring ] | rewrite I0;
      apply Rmult_0_l ]
    | apply IH;
      [ opened; transitivity (-(a * l_z * r_y) - b * l_z * r_x + l_y * r_z + v1 * w1 * (-(a * l_z) + a *
        r_z) + w1 * (-(a * r_y) - b * r_x + l_y) + u1 * w1 * (-(b * l_z) + b * r_z)); [ ring | rewrite ?I0,
        ?I2, ?I1, ?I3; ring ]
      | opened; transitivity (-(a * l_z) + a * r_z); [ ring | rewrite ?I0, ?I2, ?I1, ?I3; ring ]
      | opened; transitivity (-(a * r_y) - b * r_x + l_y); [ ring | rewrite ?I0, ?I2, ?I1, ?I3; ring ]
      | opened; transitivity (-(b * l_z) + b * r_z); [ ring | rewrite ?I0, ?I2, ?I1, ?I3; ring ]
      | exact D0
      | exact D1 ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring
    | opened; ring
    | opened; ring
    | opened; ring
    | exact D0
    | exact D1 ] ].
Qed.

End Reading2.

(** ** of the literal formula (reading (a) of q3-softmax-formula): refuted

    not for all T, v, u, a, b: sum_l (a v_l + b u_l) = a sum_l v_l + b sum_l u_l *)
Module Reading3.

Definition left_start (a b : R) (v_1 u_1 : R) : R :=
  0 + (a * v_1 + b * u_1).
Definition left_step (a b : R) (l_y : R) (block : R * R) : R :=
  let '(v1, u1) := block in
  l_y + (a * v1 + b * u1).
Definition left_finish (a b : R) (l_y : R) : R :=
  l_y.
Definition left_side (a b : R) (v_1 u_1 : R) (blocks : list (R * R)) : R :=
  left_finish a b
    (fold_left (left_step a b) blocks (left_start a b v_1 u_1)).
Definition right_start (a b : R) (v_1 u_1 : R) : R * R :=
  (0 + v_1, 0 + u_1).
Definition right_step (a b : R) (state : R * R) (block : R * R) : R * R :=
  let '(r_y, r_z) := state in
  let '(v1, u1) := block in
  (r_y + v1, r_z + u1).
Definition right_finish (a b : R) (state : R * R) : R :=
  let '(r_y, r_z) := state in
  a * r_y + b * r_z.
Definition right_side (a b : R) (v_1 u_1 : R) (blocks : list (R * R)) : R :=
  right_finish a b
    (fold_left (right_step a b) blocks (right_start a b v_1 u_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (a b : R) (v_1 u_1 : R) (blocks : list (R * R)),
    left_side a b v_1 u_1 blocks = right_side a b v_1 u_1 blocks.
Proof.
  intros a b v_1 u_1 blocks;
  assert (main : forall (blocks : list (R * R)) (l_y r_y r_z : R),
      -(a * r_y) - b * r_z + l_y = 0 ->
      left_finish a b (fold_left (left_step a b) blocks l_y) =
      right_finish a b (fold_left (right_step a b) blocks (r_y, r_z)));
  [ clear; induction blocks as [|[v1 u1] blocks IH];
    intros l_y r_y r_z I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-(a * r_y) - b * r_z + l_y); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-(a * r_y) - b * r_z + l_y); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Reading3.

(** ** in q, not even up to a constant: proved

    not for all T, q, k, v: y(2 q) + y(0) = 2 y(q) *)
Module Reading4.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1 k1_1 k2_1 v1_1 v2_1 : R,
    exp(2 * q1 * k1_1) / (exp(2 * q1 * k1_1) + exp(2 * q1 * k2_1)) * v1_1 + exp(2 * q1 * k2_1) / (exp(2 * q1
      * k1_1) + exp(2 * q1 * k2_1)) * v2_1 + (exp(0 * k1_1) / (exp(0 * k1_1) + exp(0 * k2_1)) * v1_1 + exp(0 *
      k2_1) / (exp(0 * k1_1) + exp(0 * k2_1)) * v2_1) = 2 * (exp(q1 * k1_1) / (exp(q1 * k1_1) + exp(q1 *
      k2_1)) * v1_1 + exp(q1 * k2_1) / (exp(q1 * k1_1) + exp(q1 * k2_1)) * v2_1)).
Proof.
  intros H;
  specialize (H 1 0 1 0 1);
  revert H; apply Rlt_not_eq; interval with (i_prec 80).
Qed.

End Reading4.

Definition checked := (Reading1.fails, Reading2.holds, Reading3.holds, Reading4.fails).
Print Assumptions checked.
