(** * q1-answer-depends-only-on-inputs: refuted

    The output is a function of the inputs.

    Write-up: question 1, answer, line 20. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal (function of X alone): refuted

    for all even T >= 2, X in R^T and any two initial states h_0, g_0: Y_T is the same from both *)
Module Reading1.

Definition left_start (h0 g0 : R) (x_1 x_2 : R) : R :=
  x_2 - (x_1 - h0).
Definition left_step (h0 g0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (h0 g0 : R) (l_h : R) : R :=
  1000 * l_h.
Definition left_side (h0 g0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  left_finish h0 g0
    (fold_left (left_step h0 g0) blocks (left_start h0 g0 x_1 x_2)).
Definition right_start (h0 g0 : R) (x_1 x_2 : R) : R :=
  x_2 - (x_1 - g0).
Definition right_step (h0 g0 : R) (r_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - r_h).
Definition right_finish (h0 g0 : R) (r_h : R) : R :=
  1000 * r_h.
Definition right_side (h0 g0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  right_finish h0 g0
    (fold_left (right_step h0 g0) blocks (right_start h0 g0 x_1 x_2)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** The sides differ at the witness. *)
Theorem fails :
  ~ (forall (h0 g0 : R) (x_1 x_2 : R) (blocks : list (R * R)),
    logistic (left_side h0 g0 x_1 x_2 blocks) = logistic (right_side h0 g0 x_1 x_2 blocks)).
Proof.
  intros H;
  specialize (H 0 1 0 0 []);
  apply logistic_injective in H;
  cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step
    right_finish fold_left] in H; numbers in H;
  lra.
Qed.

End Reading1.

(** ** charitable (H_0=0): proved

    for all even T >= 0 and H_0 = 0: Y_T = sigmoid(1000 (sum X_2i - sum X_2i-1)) *)
Module Reading2.

Definition left_start : R :=
  0.
Definition left_step (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (l_h : R) : R :=
  1000 * l_h.
Definition left_side (blocks : list (R * R)) : R :=
  left_finish
    (fold_left left_step blocks left_start).
Definition right_start : R * R :=
  (0, 0).
Definition right_step (state : R * R) (block : R * R) : R * R :=
  let '(r_even, r_odd) := state in
  let '(x1, x2) := block in
  (r_even + x2, r_odd + x1).
Definition right_finish (state : R * R) : R :=
  let '(r_even, r_odd) := state in
  1000 * (r_even - r_odd).
Definition right_side (blocks : list (R * R)) : R :=
  right_finish
    (fold_left right_step blocks right_start).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (blocks : list (R * R)),
    logistic (left_side blocks) = logistic (right_side blocks).
Proof.
  intros blocks;
  apply (f_equal logistic);
  assert (main : forall (blocks : list (R * R)) (l_h r_even r_odd : R),
      1000 * l_h - 1000 * r_even + 1000 * r_odd = 0 ->
      left_finish (fold_left left_step blocks l_h) =
      right_finish (fold_left right_step blocks (r_even, r_odd)));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h r_even r_odd I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (1000 * l_h - 1000 * r_even + 1000 * r_odd); [ ring |
      exact I0 ]
    | apply IH;
      [ opened; transitivity (1000 * l_h - 1000 * r_even + 1000 * r_odd); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Reading2.

Definition checked := (Reading1.fails, Reading2.holds).
Print Assumptions checked.
