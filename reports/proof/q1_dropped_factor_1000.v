(** * q1-dropped-factor-1000: refuted

    The line before the answer gives the output as the logistic of the paired sum itself, without the
    gain.

    Write-up: question 1, step 6, line 19. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: refuted

    for all even T >= 2, X in R^T, H_0 in R: sigmoid(1000 S) = sigmoid(S) *)
Module Reading1.

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
  r_sum + h0.
Definition right_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1 x_2)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** The sides differ at the witness. *)
Theorem fails :
  ~ (forall (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)),
    logistic (left_side h0 x_1 x_2 blocks) = logistic (right_side h0 x_1 x_2 blocks)).
Proof.
  intros H;
  specialize (H 0 0 1 []);
  apply logistic_injective in H;
  cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step
    right_finish fold_left] in H; numbers in H;
  lra.
Qed.

(** Whatever the number of blocks, the sides differ for some input. *)
Theorem fails_at_every_length :
  forall n : nat, exists h0 : R, exists x_1 : R, exists x_2 : R, exists blocks : list (R * R),
    length blocks = n /\ logistic (left_side h0 x_1 x_2 blocks) <> logistic (right_side h0 x_1 x_2 blocks).
Proof.
  intros n; exists 1; exists 0; exists 0; exists (repeat (0, 0) n);
  split; [ apply repeat_length | ];
  assert (left_value : left_side 1 0 0 (repeat (0, 0) n) = 1000);
  [ assert (main : forall (n : nat) (l_h : R),
        1000 * l_h - 1000 = 0 ->
        left_finish 1 (fold_left (left_step 1) (repeat (0, 0) n) l_h) = 1000);
    [ clear; induction n as [|n IH];
      intros l_h I0;
      cbn [repeat fold_left] in *;
      [ opened; apply Rminus_diag_uniq; transitivity (1000 * l_h - 1000); [ ring | exact I0 ]
      | apply IH;
        [ opened; transitivity (1000 * l_h - 1000); [ ring | rewrite ?I0; ring ] ] ]
    | unfold left_side; apply main;
      [ opened; ring ] ]
  |  ];
  assert (right_value : right_side 1 0 0 (repeat (0, 0) n) = 1);
  [ assert (main : forall (n : nat) (l_sum : R),
        l_sum = 0 ->
        right_finish 1 (fold_left (right_step 1) (repeat (0, 0) n) l_sum) = 1);
    [ clear; induction n as [|n IH];
      intros l_sum I0;
      cbn [repeat fold_left] in *;
      [ opened; apply Rminus_diag_uniq; transitivity (l_sum); [ ring | exact I0 ]
      | apply IH;
        [ opened; transitivity (l_sum); [ ring | rewrite ?I0; ring ] ] ]
    | unfold right_side; apply main;
      [ opened; ring ] ]
  |  ];
  intros H; apply logistic_injective in H; revert H; rewrite left_value, right_value; lra.
Qed.

End Reading1.

(** ** charitable: proved

    a slip for sigmoid(1000 S): for all even T >= 2, Y_T = sigmoid(1000 S) *)
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

Definition checked := (Reading1.fails, Reading1.fails_at_every_length, Reading2.holds).
Print Assumptions checked.
