(** * q3-no-nonlinear-operation: proved

    In linear attention nothing is nonlinear.

    Write-up: question 3, formula 2, line 83. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** in each of Q, K, V separately: proved

    for all T, dk, dv, a, b: the output for a Q + b P, for a K + b H, or for a V + b U is a times the one
    output plus b times the other, the two other arguments fixed *)
Module Reading1.

Module Part1.

Definition left_start (V : space) (q p : vector V) (a b : R) (k_1 : vector V) (v_1 : R) : R :=
  0 + inner (vadd (vscale a q) (vscale b p)) k_1 * v_1.
Definition left_step (V : space) (q p : vector V) (a b : R) (l_y : R) (block : vector V * R) : R :=
  let '(k1, v1) := block in
  l_y + inner (vadd (vscale a q) (vscale b p)) k1 * v1.
Definition left_finish (V : space) (q p : vector V) (a b : R) (l_y : R) : R :=
  l_y.
Definition left_side (V : space) (q p : vector V) (a b : R) (k_1 : vector V) (v_1 : R) (blocks : list
  (vector V * R)) : R :=
  left_finish V q p a b
    (fold_left (left_step V q p a b) blocks (left_start V q p a b k_1 v_1)).
Definition right_start (V : space) (q p : vector V) (a b : R) (k_1 : vector V) (v_1 : R) : R * R :=
  (0 + inner q k_1 * v_1, 0 + inner p k_1 * v_1).
Definition right_step (V : space) (q p : vector V) (a b : R) (state : R * R) (block : vector V * R) : R * R :=
  let '(r_y, r_z) := state in
  let '(k1, v1) := block in
  (r_y + inner q k1 * v1, r_z + inner p k1 * v1).
Definition right_finish (V : space) (q p : vector V) (a b : R) (state : R * R) : R :=
  let '(r_y, r_z) := state in
  a * r_y + b * r_z.
Definition right_side (V : space) (q p : vector V) (a b : R) (k_1 : vector V) (v_1 : R) (blocks : list
  (vector V * R)) : R :=
  right_finish V q p a b
    (fold_left (right_step V q p a b) blocks (right_start V q p a b k_1 v_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** linear in Q: Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (V : space) (q p : vector V) (a b : R) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)),
    left_side V q p a b k_1 v_1 blocks = right_side V q p a b k_1 v_1 blocks.
Proof.
  intros V q p a b k_1 v_1 blocks;
  assert (main : forall (blocks : list (vector V * R)) (l_y r_y r_z : R),
      -(a * r_y) - b * r_z + l_y = 0 ->
      left_finish V q p a b (fold_left (left_step V q p a b) blocks l_y) =
      right_finish V q p a b (fold_left (right_step V q p a b) blocks (r_y, r_z)));
  [ clear; induction blocks as [|[k1 v1] blocks IH];
    intros l_y r_y r_z I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-(a * r_y) - b * r_z + l_y); [ products; ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-(a * r_y) - b * r_z + l_y); [ products; ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; products; ring ] ].
Qed.

End Part1.

Module Part2.

Definition left_start (V : space) (q : vector V) (a b : R) (k_1 h_1 : vector V) (v_1 : R) : R :=
  0 + inner q (vadd (vscale a k_1) (vscale b h_1)) * v_1.
Definition left_step (V : space) (q : vector V) (a b : R) (l_y : R) (block : vector V * vector V * R) : R :=
  let '(k1, h1, v1) := block in
  l_y + inner q (vadd (vscale a k1) (vscale b h1)) * v1.
Definition left_finish (V : space) (q : vector V) (a b : R) (l_y : R) : R :=
  l_y.
Definition left_side (V : space) (q : vector V) (a b : R) (k_1 h_1 : vector V) (v_1 : R) (blocks : list
  (vector V * vector V * R)) : R :=
  left_finish V q a b
    (fold_left (left_step V q a b) blocks (left_start V q a b k_1 h_1 v_1)).
Definition right_start (V : space) (q : vector V) (a b : R) (k_1 h_1 : vector V) (v_1 : R) : R * R :=
  (0 + inner q k_1 * v_1, 0 + inner q h_1 * v_1).
Definition right_step (V : space) (q : vector V) (a b : R) (state : R * R) (block : vector V * vector V * R)
  : R * R :=
  let '(r_y, r_z) := state in
  let '(k1, h1, v1) := block in
  (r_y + inner q k1 * v1, r_z + inner q h1 * v1).
Definition right_finish (V : space) (q : vector V) (a b : R) (state : R * R) : R :=
  let '(r_y, r_z) := state in
  a * r_y + b * r_z.
Definition right_side (V : space) (q : vector V) (a b : R) (k_1 h_1 : vector V) (v_1 : R) (blocks : list
  (vector V * vector V * R)) : R :=
  right_finish V q a b
    (fold_left (right_step V q a b) blocks (right_start V q a b k_1 h_1 v_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** linear in K: Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (V : space) (q : vector V) (a b : R) (k_1 h_1 : vector V) (v_1 : R) (blocks : list (vector V *
    vector V * R)),
    left_side V q a b k_1 h_1 v_1 blocks = right_side V q a b k_1 h_1 v_1 blocks.
Proof.
  intros V q a b k_1 h_1 v_1 blocks;
  assert (main : forall (blocks : list (vector V * vector V * R)) (l_y r_y r_z : R),
      -(a * r_y) - b * r_z + l_y = 0 ->
      left_finish V q a b (fold_left (left_step V q a b) blocks l_y) =
      right_finish V q a b (fold_left (right_step V q a b) blocks (r_y, r_z)));
  [ clear; induction blocks as [|[[k1 h1] v1] blocks IH];
    intros l_y r_y r_z I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-(a * r_y) - b * r_z + l_y); [ products; ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-(a * r_y) - b * r_z + l_y); [ products; ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; products; ring ] ].
Qed.

End Part2.

Module Part3.

Definition left_start (V : space) (q : vector V) (a b : R) (k_1 : vector V) (v_1 u_1 : R) : R :=
  0 + inner q k_1 * (a * v_1 + b * u_1).
Definition left_step (V : space) (q : vector V) (a b : R) (l_y : R) (block : vector V * R * R) : R :=
  let '(k1, v1, u1) := block in
  l_y + inner q k1 * (a * v1 + b * u1).
Definition left_finish (V : space) (q : vector V) (a b : R) (l_y : R) : R :=
  l_y.
Definition left_side (V : space) (q : vector V) (a b : R) (k_1 : vector V) (v_1 u_1 : R) (blocks : list
  (vector V * R * R)) : R :=
  left_finish V q a b
    (fold_left (left_step V q a b) blocks (left_start V q a b k_1 v_1 u_1)).
Definition right_start (V : space) (q : vector V) (a b : R) (k_1 : vector V) (v_1 u_1 : R) : R * R :=
  (0 + inner q k_1 * v_1, 0 + inner q k_1 * u_1).
Definition right_step (V : space) (q : vector V) (a b : R) (state : R * R) (block : vector V * R * R) : R *
  R :=
  let '(r_y, r_z) := state in
  let '(k1, v1, u1) := block in
  (r_y + inner q k1 * v1, r_z + inner q k1 * u1).
Definition right_finish (V : space) (q : vector V) (a b : R) (state : R * R) : R :=
  let '(r_y, r_z) := state in
  a * r_y + b * r_z.
Definition right_side (V : space) (q : vector V) (a b : R) (k_1 : vector V) (v_1 u_1 : R) (blocks : list
  (vector V * R * R)) : R :=
  right_finish V q a b
    (fold_left (right_step V q a b) blocks (right_start V q a b k_1 v_1 u_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** linear in V: Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (V : space) (q : vector V) (a b : R) (k_1 : vector V) (v_1 u_1 : R) (blocks : list (vector V * R *
    R)),
    left_side V q a b k_1 v_1 u_1 blocks = right_side V q a b k_1 v_1 u_1 blocks.
Proof.
  intros V q a b k_1 v_1 u_1 blocks;
  assert (main : forall (blocks : list (vector V * R * R)) (l_y r_y r_z : R),
      -(a * r_y) - b * r_z + l_y = 0 ->
      left_finish V q a b (fold_left (left_step V q a b) blocks l_y) =
      right_finish V q a b (fold_left (right_step V q a b) blocks (r_y, r_z)));
  [ clear; induction blocks as [|[[k1 v1] u1] blocks IH];
    intros l_y r_y r_z I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-(a * r_y) - b * r_z + l_y); [ products; ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-(a * r_y) - b * r_z + l_y); [ products; ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; products; ring ] ].
Qed.

End Part3.

End Reading1.

(** ** as self-attention (q=k=v=x): refuted

    for all T, d, X in R^(T x d): Y(2 X) = 2 Y(X), with Y(X) = (X X^T) X *)
Module Reading2.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall x1_1 : R,
    2 * x1_1 * (2 * x1_1) * (2 * x1_1) = 2 * (x1_1 * x1_1 * x1_1)).
Proof.
  intros H;
  specialize (H 1);
  revert H; apply Rgt_not_eq; lra.
Qed.

End Reading2.

(** ** with normalisation: refuted

    for all T, q, k, v with sum_l <q, k_l> != 0: the normalised outputs satisfy y(2 q, k, v) = 2 y(q, k,
    v) and y(q, 2 k, v) = 2 y(q, k, v) *)
Module Reading3.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1 k1_1 v1_1 : R,
    q1 * k1_1 <> 0 ->
    2 * q1 * k1_1 * v1_1 / (2 * q1 * k1_1) = 2 * (q1 * k1_1 * v1_1 / (q1 * k1_1)) /\
    q1 * (2 * k1_1) * v1_1 / (q1 * (2 * k1_1)) = 2 * (q1 * k1_1 * v1_1 / (q1 * k1_1))).
Proof.
  intros H;
  specialize (H 1 1 1 ltac:(lra));
  destruct H as [H _];
  revert H; apply Rlt_not_eq; lra.
Qed.

End Reading3.

Definition checked := (Reading1.Part1.holds, Reading1.Part2.holds, Reading1.Part3.holds, Reading2.fails,
  Reading3.fails).
Print Assumptions checked.
