(** * q1-even-split-sums: proved

    For even T the state is the even-position inputs summed, less the odd-position ones, plus the initial
    state.

    Write-up: question 1, step 5, line 17. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** standard scope of the sums: proved

    for all even T >= 0: H_T = sum X_{2i} - sum X_{2i-1} + H_0 *)
Module Reading1.

Definition left_start (h0 : R) : R :=
  h0.
Definition left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition left_side (h0 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0)).
Definition right_start (h0 : R) : R * R :=
  (0, 0).
Definition right_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(r_even, r_odd) := state in
  let '(x1, x2) := block in
  (r_even + x2, r_odd + x1).
Definition right_finish (h0 : R) (state : R * R) : R :=
  let '(r_even, r_odd) := state in
  r_even - r_odd + h0.
Definition right_side (h0 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (h0 : R) (blocks : list (R * R)),
    left_side h0 blocks = right_side h0 blocks.
Proof.
  intros h0 blocks;
  assert (main : forall (blocks : list (R * R)) (l_h r_even r_odd : R),
      -h0 + l_h - r_even + r_odd = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks l_h) =
      right_finish h0 (fold_left (right_step h0) blocks (r_even, r_odd)));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h r_even r_odd I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-h0 + l_h - r_even + r_odd); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-h0 + l_h - r_even + r_odd); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Reading1.

(** ** greedy scope (H_0 inside the second sum): refuted

    for all even T >= 2: H_T = sum X_{2i} - sum (X_{2i-1} + H_0) *)
Module Reading2.

Definition left_start (h0 : R) (x_1 x_2 : R) : R :=
  x_2 - (x_1 - h0).
Definition left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition left_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1 x_2)).
Definition right_start (h0 : R) (x_1 x_2 : R) : R * R :=
  (0 + x_2, 0 + (x_1 + h0)).
Definition right_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(r_even, r_odd) := state in
  let '(x1, x2) := block in
  (r_even + x2, r_odd + (x1 + h0)).
Definition right_finish (h0 : R) (state : R * R) : R :=
  let '(r_even, r_odd) := state in
  r_even - r_odd.
Definition right_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1 x_2)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** The sides differ at the witness. *)
Theorem fails :
  ~ (forall (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)),
    left_side h0 x_1 x_2 blocks = right_side h0 x_1 x_2 blocks).
Proof.
  intros H;
  specialize (H 1 0 0 []);
  cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step
    right_finish fold_left] in H; numbers in H;
  lra.
Qed.

End Reading2.

Definition checked := (Reading1.holds, Reading2.fails).
Print Assumptions checked.
