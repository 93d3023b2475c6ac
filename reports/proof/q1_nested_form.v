(** * q1-nested-form: ill-posed

    All substitutions are merged into one nested expression.

    Write-up: question 1, step 3, line 16. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: ill-posed

    the displayed string, bracket by bracket *)
(** Not stated: a matter of notation. *)

(** ** charitable: proved

    for all T >= 1: Y_T = sigmoid(1000 (X_T - (X_{T-1} - ( ... - (X_1 - H_0))))) *)
Module Reading2.

Definition left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition left_step (h0 : R) (l_h : R) (x1 : R) : R :=
  x1 - l_h.
Definition left_finish (h0 : R) (l_h : R) : R :=
  1000 * l_h.
Definition left_side (h0 : R) (x_1 : R) (blocks : list R) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1)).
Definition right_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition right_step (h0 : R) (r_bracket : R) (x1 : R) : R :=
  x1 - r_bracket.
Definition right_finish (h0 : R) (r_bracket : R) : R :=
  1000 * r_bracket.
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
  assert (main : forall (blocks : list R) (l_h r_bracket : R),
      1000 * l_h - 1000 * r_bracket = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks l_h) =
      right_finish h0 (fold_left (right_step h0) blocks r_bracket));
  [ clear; induction blocks as [|x1 blocks IH];
    intros l_h r_bracket I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (1000 * l_h - 1000 * r_bracket); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity ((-1) * (1000 * l_h - 1000 * r_bracket)); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Reading2.

Definition checked := Reading2.holds.
Print Assumptions checked.
