(** * q1-final-formula-even-T: proved

    The answer: the logistic of 1000 times the sum of paired differences plus the initial state.

    Write-up: question 1, answer, line 20. *)

From Coq Require Import Reals List Lra Psatz.
From Flocq Require Import IEEE754.BinarySingleNaN.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** exact arithmetic: proved

    for all even T >= 0, X in R^T, H_0 in R: Y_T = sigmoid(1000 (sum_i (X_2i - X_2i-1) + H_0)) *)
Module Reading1.

Definition left_start (h0 : R) : R :=
  h0.
Definition left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (h0 : R) (l_h : R) : R :=
  1000 * l_h.
Definition left_side (h0 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0)).
Definition right_start (h0 : R) : R :=
  0.
Definition right_step (h0 : R) (r_sum : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  r_sum + (x2 - x1).
Definition right_finish (h0 : R) (r_sum : R) : R :=
  1000 * (r_sum + h0).
Definition right_side (h0 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (h0 : R) (blocks : list (R * R)),
    logistic (left_side h0 blocks) = logistic (right_side h0 blocks).
Proof.
  intros h0 blocks;
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

End Reading1.

(** ** floating point, bitwise: refuted

    for all even T >= 2 and representable inputs: fl(recurrence) = fl(sum of pairs + H_0), bit for bit *)
Module Reading2.

Module Binary64.

Definition number := binary_float 53 1024.
#[local] Instance precision : FLX.Prec_gt_0 53 := eq_refl.
#[local] Instance exponents : Prec_lt_emax 53 1024 := eq_refl.
Definition near (m e : Z) : number := binary_normalize 53 1024 precision exponents mode_NE m e false.
Definition add : number -> number -> number := Bplus mode_NE.
Definition sub : number -> number -> number := Bminus mode_NE.
Definition mul : number -> number -> number := Bmult mode_NE.
Definition div : number -> number -> number := Bdiv mode_NE.
Definition root : number -> number := Bsqrt mode_NE.

(** In binary64: not for all numbers of the format, where both results are finite. *)
Theorem fails :
  ~ (forall h0 x1 x2 : number,
    let left := sub x2 (sub x1 h0) in
    let right := add (add (near 0 0) (sub x2 x1)) h0 in
    is_finite left = true -> is_finite right = true -> Beqb left right = true).
Proof.
  intros H;
  specialize (H (near 1 0) (near 1 0) (near (-1) 53) ltac:(vm_compute; reflexivity) ltac:(vm_compute;
    reflexivity));
  vm_compute in H; discriminate.
Qed.

End Binary64.

Module Binary32.

Definition number := binary_float 24 128.
#[local] Instance precision : FLX.Prec_gt_0 24 := eq_refl.
#[local] Instance exponents : Prec_lt_emax 24 128 := eq_refl.
Definition near (m e : Z) : number := binary_normalize 24 128 precision exponents mode_NE m e false.
Definition add : number -> number -> number := Bplus mode_NE.
Definition sub : number -> number -> number := Bminus mode_NE.
Definition mul : number -> number -> number := Bmult mode_NE.
Definition div : number -> number -> number := Bdiv mode_NE.
Definition root : number -> number := Bsqrt mode_NE.

(** In binary32: not for all numbers of the format, where both results are finite. *)
Theorem fails :
  ~ (forall h0 x1 x2 : number,
    let left := sub x2 (sub x1 h0) in
    let right := add (add (near 0 0) (sub x2 x1)) h0 in
    is_finite left = true -> is_finite right = true -> Beqb left right = true).
Proof.
  intros H;
  specialize (H (near 1 0) (near 1 0) (near (-16777216) 0) ltac:(vm_compute; reflexivity) ltac:(vm_compute;
    reflexivity));
  vm_compute in H; discriminate.
Qed.

End Binary32.

Module Binary16.

Definition number := binary_float 11 16.
#[local] Instance precision : FLX.Prec_gt_0 11 := eq_refl.
#[local] Instance exponents : Prec_lt_emax 11 16 := eq_refl.
Definition near (m e : Z) : number := binary_normalize 11 16 precision exponents mode_NE m e false.
Definition add : number -> number -> number := Bplus mode_NE.
Definition sub : number -> number -> number := Bminus mode_NE.
Definition mul : number -> number -> number := Bmult mode_NE.
Definition div : number -> number -> number := Bdiv mode_NE.
Definition root : number -> number := Bsqrt mode_NE.

(** In binary16: not for all numbers of the format, where both results are finite. *)
Theorem fails :
  ~ (forall h0 x1 x2 : number,
    let left := sub x2 (sub x1 h0) in
    let right := add (add (near 0 0) (sub x2 x1)) h0 in
    is_finite left = true -> is_finite right = true -> Beqb left right = true).
Proof.
  intros H;
  specialize (H (near 1 0) (near 1 0) (near (-2048) 0) ltac:(vm_compute; reflexivity) ltac:(vm_compute;
    reflexivity));
  vm_compute in H; discriminate.
Qed.

End Binary16.

Module Bfloat16.

Definition number := binary_float 8 128.
#[local] Instance precision : FLX.Prec_gt_0 8 := eq_refl.
#[local] Instance exponents : Prec_lt_emax 8 128 := eq_refl.
Definition near (m e : Z) : number := binary_normalize 8 128 precision exponents mode_NE m e false.
Definition add : number -> number -> number := Bplus mode_NE.
Definition sub : number -> number -> number := Bminus mode_NE.
Definition mul : number -> number -> number := Bmult mode_NE.
Definition div : number -> number -> number := Bdiv mode_NE.
Definition root : number -> number := Bsqrt mode_NE.

(** In bfloat16: not for all numbers of the format, where both results are finite. *)
Theorem fails :
  ~ (forall h0 x1 x2 : number,
    let left := sub x2 (sub x1 h0) in
    let right := add (add (near 0 0) (sub x2 x1)) h0 in
    is_finite left = true -> is_finite right = true -> Beqb left right = true).
Proof.
  intros H;
  specialize (H (near 1 0) (near 1 0) (near (-256) 0) ltac:(vm_compute; reflexivity) ltac:(vm_compute;
    reflexivity));
  vm_compute in H; discriminate.
Qed.

End Bfloat16.

End Reading2.

Definition checked := (Reading1.holds, Reading2.Binary64.fails, Reading2.Binary32.fails,
  Reading2.Binary16.fails, Reading2.Bfloat16.fails).
Print Assumptions checked.
