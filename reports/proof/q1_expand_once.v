(** * q1-expand-once: proved

    The recurrence is substituted once into the output.

    Write-up: question 1, step 1, line 12. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: proved

    for all T >= 1, X in R^T, H_0 in R: Y_T = sigmoid(1000 (X_T - H_{T-1})) *)
Module Reading1.

Definition left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition left_step (h0 : R) (l_h : R) (x1 : R) : R :=
  x1 - l_h.
Definition left_finish (h0 : R) (l_h : R) : R :=
  1000 * l_h.
Definition left_side (h0 : R) (x_1 : R) (blocks : list R) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1)).
Definition right_start (h0 : R) (x_1 : R) : R * R :=
  (h0, x_1).
Definition right_step (h0 : R) (state : R * R) (x1 : R) : R * R :=
  let '(r_before, r_last) := state in
  (r_last - r_before, x1).
Definition right_finish (h0 : R) (state : R * R) : R :=
  let '(r_before, r_last) := state in
  1000 * (r_last - r_before).
Definition right_side (h0 : R) (x_1 : R) (blocks : list R) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (h0 : R) (x_1 : R) (blocks : list R),
    logistic (left_side h0 x_1 blocks) = logistic (right_side h0 x_1 blocks).
Proof.
  intros h0 x_1 blocks;
  apply (f_equal logistic);
  assert (main : forall (blocks : list R) (l_h r_before r_last : R),
      1000 * l_h + 1000 * r_before - 1000 * r_last = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks l_h) =
      right_finish h0 (fold_left (right_step h0) blocks (r_before, r_last)));
  [ clear; induction blocks as [|x1 blocks IH];
    intros l_h r_before r_last I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (1000 * l_h + 1000 * r_before - 1000 * r_last); [ ring |
      exact I0 ]
    | apply IH;
      [ opened; transitivity ((-1) * (1000 * l_h + 1000 * r_before - 1000 * r_last)); [ ring | rewrite ?I0;
        ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Reading1.

Definition checked := Reading1.holds.
Print Assumptions checked.
