(** * q3-softmax-formula: ill-posed

    The outputs of standard attention as one formula.

    Write-up: question 3, formula 1, line 77. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** (a) bound i shadows, softmax of a scalar: refuted

    for all T, q, k, v: the softmax of one number is 1, so y = sum_l v_l for every query, and that is
    softmax attention *)
Module Reading1.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1 k1_1 k2_1 v1_1 v2_1 : R,
    v1_1 + v2_1 = exp(q1 * k1_1) / (exp(q1 * k1_1) + exp(q1 * k2_1)) * v1_1 + exp(q1 * k2_1) / (exp(q1 *
      k1_1) + exp(q1 * k2_1)) * v2_1).
Proof.
  intros H;
  specialize (H 0 0 0 0 1);
  revert H; apply Rgt_not_eq; interval with (i_prec 80).
Qed.

End Reading1.

(** ** (b) softmax over the diagonal scores: refuted

    for all T, q, k, v and all i: sum_l softmax_l(<q_l, k_l>) v_l = sum_j softmax_j(<q_i, k_j>) v_j, one
    output for all tokens *)
Module Reading2.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1_1 q2_1 k1_1 k2_1 v1_1 v2_1 : R,
    exp(q1_1 * k1_1) / (exp(q1_1 * k1_1) + exp(q2_1 * k2_1)) * v1_1 + exp(q2_1 * k2_1) / (exp(q1_1 * k1_1) +
      exp(q2_1 * k2_1)) * v2_1 = exp(q1_1 * k1_1) / (exp(q1_1 * k1_1) + exp(q1_1 * k2_1)) * v1_1 + exp(q1_1 *
      k2_1) / (exp(q1_1 * k1_1) + exp(q1_1 * k2_1)) * v2_1 /\
    exp(q1_1 * k1_1) / (exp(q1_1 * k1_1) + exp(q2_1 * k2_1)) * v1_1 + exp(q2_1 * k2_1) / (exp(q1_1 * k1_1) +
      exp(q2_1 * k2_1)) * v2_1 = exp(q2_1 * k1_1) / (exp(q2_1 * k1_1) + exp(q2_1 * k2_1)) * v1_1 + exp(q2_1 *
      k2_1) / (exp(q2_1 * k1_1) + exp(q2_1 * k2_1)) * v2_1).
Proof.
  intros H;
  specialize (H 0 1 0 1 0 1);
  destruct H as [H _];
  revert H; apply Rgt_not_eq; interval with (i_prec 80).
Qed.

End Reading2.

(** ** (c) the comma as an inner product <softmax, v>: ill-posed

    y_i = sum_j <W_ij, v_j>, inner products of a number with a vector *)
(** Not stated: a matter of notation. *)

(** ** (d) charitable: proved

    for all T, q, k, v with w_j = e^<q, k_j> and c = 1 / sum_l w_l: sum_j (c w_j) v_j, the weights being
    the softmax of the scores, is c sum_j w_j v_j, softmax attention *)
Module Reading4.

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

(** Both sides are equal, however many blocks of items follow the first ones. *)
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

End Reading4.

Definition checked := (Reading1.fails, Reading2.fails, Reading4.holds).
Print Assumptions checked.
