(** * q3-linear-formula-triple: ill-posed

    The outputs of linear attention as one formula.

    Write-up: question 3, formula 2, line 81. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** <q,k> v: proved

    for all T, dk, dv, q, k, v: sum_j <q_i, k_j> v_j is row i of Q (K^T V) *)
Module Reading1.

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

End Reading1.

(** ** q <k,v>: refuted

    for all T, d, q, k, v of one width d: sum_j q <k_j, v_j> = sum_j <q, k_j> v_j *)
Module Reading2.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1 q2 k1_1 k1_2 v1_1 v1_2 : R,
    (k1_1 * v1_1 + k1_2 * v1_2) * q1 = (q1 * k1_1 + q2 * k1_2) * v1_1 /\
    (k1_1 * v1_1 + k1_2 * v1_2) * q2 = (q1 * k1_1 + q2 * k1_2) * v1_2).
Proof.
  intros H;
  specialize (H 0 1 0 1 1 0);
  destruct H as [H _];
  revert H; apply Rlt_not_eq; lra.
Qed.

End Reading2.

(** ** tuple / trilinear scalar sum_c q_c k_c v_c: ill-posed

    y_i = sum_j sum_c q_ic k_jc v_jc, a number where a vector is defined *)
(** Not stated: a matter of notation. *)

Definition checked := (Reading1.holds, Reading2.fails).
Print Assumptions checked.
