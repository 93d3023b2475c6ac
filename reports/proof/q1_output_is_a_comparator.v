(** * q1-output-is-a-comparator: proved

    The unit reports whether the even-position inputs sum to more than the odd-position ones.

    Write-up: question 1, intended answer (not stated), line 20. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** integer inputs: proved

    for all even T >= 0, integer X, H_0 = 0: |Y_T - step(S)| <= sigmoid(-1000), step = 0, 1/2, 1 for S <
    0, = 0, > 0 *)
Module Reading1.

Module Part1.

Definition left_start : R :=
  0.
Definition left_step (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (l_h : R) : R :=
  l_h.
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
  r_even - r_odd.
Definition right_side (blocks : list (R * R)) : R :=
  right_finish
    (fold_left right_step blocks right_start).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** with H_0 = 0 and even T the state is S, the even sum less the odd sum, an integer for integer inputs:
    Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (blocks : list (R * R)),
    left_side blocks = right_side blocks.
Proof.
  intros blocks;
  assert (main : forall (blocks : list (R * R)) (l_h r_even r_odd : R),
      l_h - r_even + r_odd = 0 ->
      left_finish (fold_left left_step blocks l_h) =
      right_finish (fold_left right_step blocks (r_even, r_odd)));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h r_even r_odd I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (l_h - r_even + r_odd); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (l_h - r_even + r_odd); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Part1.

Module Part2.

(** S = 0: the output is exactly 1/2: For all numbers at the one place of this shape. *)
Theorem holds :
  forall S : R,
    S = 0 ->
    1 / (1 + exp(-(1000 * 0))) = 1 / 2.
Proof.
  intros;
  repeat split;
  first [ ring | field; nonzero | rewrite ?Ropp_involutive, ?exp_Ropp; field; nonzero | repeat f_equal; ring
  | match goal with |- context [exp ?x] => replace x with 0 by ring; rewrite exp_0; field end ].
Qed.

End Part2.

Module Part3.

(** the distance to 1 is the output at -S: 1 - sigmoid(z) = sigmoid(-z) for every real z: For all numbers
    at the one place of this shape. *)
Theorem holds :
  forall z : R,
    1 - 1 / (1 + exp(-z)) = 1 / (1 + exp(-(-z))).
Proof.
  intros;
  repeat split;
  first [ ring | field; nonzero | rewrite ?Ropp_involutive, ?exp_Ropp; field; nonzero | repeat f_equal; ring
  | match goal with |- context [exp ?x] => replace x with 0 by ring; rewrite exp_0; field end ].
Qed.

End Part3.

Module Part4.

Lemma logistic_le a b : logistic a <= logistic b <-> a <= b.
Proof.
  split; intros H; destruct (Rtotal_order a b) as [L | [-> | L]]; try apply logistic_increasing in L as M;
    lra.
Qed.

(** the output at -S, S >= 1, is at most sigmoid(-1000): For all numbers at the one place of this shape. *)
Theorem holds :
  forall S : R,
    1 <= S ->
    logistic (-(1000 * S)) <= logistic (-1000).
Proof.
  intros;
  repeat split;
  apply (proj2 (logistic_le _ _)); lra.
Qed.

End Part4.

End Reading1.

(** ** "1 if greater, 0 otherwise": refuted

    for all X in R^2 with integer S = X_2 - X_1 <= 0: Y_2 <= sigmoid(-1000) *)
Module Reading2.

Lemma logistic_le a b : logistic a <= logistic b <-> a <= b.
Proof.
  split; intros H; destruct (Rtotal_order a b) as [L | [-> | L]]; try apply logistic_increasing in L as M;
    lra.
Qed.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall x1 x2 : R,
    (exists z : Z, x1 = IZR z) ->
    (exists z : Z, x2 = IZR z) ->
    x2 <= x1 ->
    logistic (1000 * (x2 - (x1 - 0))) <= logistic (-1000)).
Proof.
  intros H;
  specialize (H 0 0 ltac:(exists (0)%Z; reflexivity) ltac:(exists (0)%Z; reflexivity) ltac:(lra));
  apply (proj1 (logistic_le _ _)) in H;
  revert H; apply Rgt_not_le; lra.
Qed.

End Reading2.

(** ** real inputs: refuted

    for all X in R^2, H_0 = 0: Y_2 lies outside (1/10, 4/10) and (6/10, 9/10), so within 1/10 of 0, 1/2 or
    1 *)
Module Reading3.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall x1 x2 : R,
    (1 / (1 + exp(-(1000 * (x2 - (x1 - 0))))) - 1 / 10) * (1 / (1 + exp(-(1000 * (x2 - (x1 - 0))))) - 4 /
      10) >= 0 /\
    (1 / (1 + exp(-(1000 * (x2 - (x1 - 0))))) - 6 / 10) * (1 / (1 + exp(-(1000 * (x2 - (x1 - 0))))) - 9 /
      10) >= 0).
Proof.
  intros H;
  specialize (H 0 (1152921504606847 / 1152921504606846976));
  destruct H as [_ H];
  revert H; apply Rlt_not_ge; interval with (i_prec 80).
Qed.

End Reading3.

Definition checked := (Reading1.Part1.holds, Reading1.Part2.holds, Reading1.Part3.holds,
  Reading1.Part4.holds, Reading2.fails, Reading3.fails).
Print Assumptions checked.
