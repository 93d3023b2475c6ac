(** * q1-final-follows-from-previous-line: refuted

    The answer is presented as a consequence of the line without the gain.

    Write-up: question 1, step 7, lines 19-20. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: refuted

    for all S in R and every Y with Y = sigmoid(S): Y = sigmoid(1000 S) *)
Module Reading1.

Lemma logistic_le a b : logistic a <= logistic b <-> a <= b.
Proof.
  split; intros H; destruct (Rtotal_order a b) as [L | [-> | L]]; try apply logistic_increasing in L as M;
    lra.
Qed.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall S : R,
    logistic S = logistic (1000 * S)).
Proof.
  intros H;
  specialize (H 1);
  apply logistic_injective in H;
  revert H; apply Rlt_not_eq; lra.
Qed.

End Reading1.

(** ** about the output itself, whatever the line before: proved

    for all even T >= 2: the conclusion Y_T = sigmoid(1000 S) holds, so it does not need the premise *)
Module Reading2.

Definition left_start (h0 : R) (x_1 x_2 : R) : R :=
  x_2 - (x_1 - h0).
Definition left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (h0 : R) (l_h : R) : R :=
  1000 * l_h.
Definition left_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1 x_2)).
Definition right_start (h0 : R) (x_1 x_2 : R) : R :=
  0 + (x_2 - x_1).
Definition right_step (h0 : R) (r_sum : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  r_sum + (x2 - x1).
Definition right_finish (h0 : R) (r_sum : R) : R :=
  1000 * (r_sum + h0).
Definition right_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1 x_2)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)),
    logistic (left_side h0 x_1 x_2 blocks) = logistic (right_side h0 x_1 x_2 blocks).
Proof.
  intros h0 x_1 x_2 blocks;
  apply (f_equal logistic);
  assert (main : forall (blocks : list (R * R)) (l_h r_sum : R),
      -(1000 * h0) + 1000 * l_h - 1000 * r_sum = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks l_h) =
      right_finish h0 (fold_left (right_step h0) blocks r_sum));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h r_sum I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-(1000 * h0) + 1000 * l_h - 1000 * r_sum); [ ring |
      exact I0 ]
    | apply IH;
      [ opened; transitivity (-(1000 * h0) + 1000 * l_h - 1000 * r_sum); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Reading2.

Definition checked := (Reading1.fails, Reading2.holds).
Print Assumptions checked.
