(** * q3-exp-QK-notation: ill-posed

    Where standard attention computes e to the power QK, linear attention uses QK.

    Write-up: question 3, para 2, line 69. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** literal product QK: ill-posed

    S = Q K for Q and K in R^(T x dk) *)
(** Not stated: a matter of notation. *)

(** ** e^{.} as matrix exponential: refuted

    for all s1, s2 in R, S = diag(s1, s2) = Q K^T with Q = I: the numerators e^(S_ij) of the softmax are
    the entries of the matrix exponential of S, which is diag(e^s1, e^s2) *)
Module Reading2.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall s1 s2 : R,
    exp(s1) = exp(s1) /\
    exp(0) = 0 /\
    exp(0) = 0 /\
    exp(s2) = exp(s2)).
Proof.
  intros H;
  specialize (H 0 0);
  destruct H as [_ [H [_ _]]];
  revert H; apply Rgt_not_eq; interval with (i_prec 80).
Qed.

End Reading2.

(** ** e^{QK^T} as the attention weights: refuted

    for all T, q, k: the softmax weights are e^<q, k_j> *)
Module Reading3.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1 k1_1 : R,
    exp(q1 * k1_1) / exp(q1 * k1_1) = exp(q1 * k1_1)).
Proof.
  intros H;
  specialize (H 1 1);
  revert H; apply Rlt_not_eq; interval with (i_prec 80).
Qed.

End Reading3.

(** ** repair: proved

    for all T, q, k, v with w_j = e^<q, k_j> and c = 1 / sum_l w_l: the softmax weights are c w_j, a row
    of e^(Q K^T) (entry by entry) over its sum, and sum_j (c w_j) v_j = c sum_j w_j v_j *)
Module Repair.

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

End Repair.

Definition checked := (Reading2.fails, Reading3.fails, Repair.holds).
Print Assumptions checked.
