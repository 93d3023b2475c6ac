(** * q3-reassociation-identity: proved

    The two matrix products of linear attention may be taken in either order.

    Write-up: question 3, implicit + design card, lines 71, 83. *)

From Coq Require Import Reals List Lra Psatz.
From Flocq Require Import IEEE754.BinarySingleNaN.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** exact: proved

    for all T, dk, dv, q, k, v: <q_i, sum_j v_j k_j> = sum_j <q_i, k_j> v_j in every row i and every
    column of V, that is (Q K^T) V = Q (K^T V) *)
Module Reading1.

Definition left_start (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) : R :=
  0 + inner q k_1 * v_1.
Definition left_step (V : space) (q : vector V) (l_y : R) (block : vector V * R) : R :=
  let '(k1, v1) := block in
  l_y + inner q k1 * v1.
Definition left_finish (V : space) (q : vector V) (l_y : R) : R :=
  l_y.
Definition left_side (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)) :
  R :=
  left_finish V q
    (fold_left (left_step V q) blocks (left_start V q k_1 v_1)).
Definition right_start (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) : vector V :=
  vadd vzero (vscale v_1 k_1).
Definition right_step (V : space) (q : vector V) (r_s : vector V) (block : vector V * R) : vector V :=
  let '(k1, v1) := block in
  vadd r_s (vscale v1 k1).
Definition right_finish (V : space) (q : vector V) (r_s : vector V) : R :=
  inner q r_s.
Definition right_side (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)) :
  R :=
  right_finish V q
    (fold_left (right_step V q) blocks (right_start V q k_1 v_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)),
    left_side V q k_1 v_1 blocks = right_side V q k_1 v_1 blocks.
Proof.
  intros V q k_1 v_1 blocks;
  assert (main : forall (blocks : list (vector V * R)) (l_y : R) (r_s : vector V),
      -inner q r_s + l_y = 0 ->
      left_finish V q (fold_left (left_step V q) blocks l_y) =
      right_finish V q (fold_left (right_step V q) blocks r_s));
  [ clear; induction blocks as [|[k1 v1] blocks IH];
    intros l_y r_s I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-inner q r_s + l_y); [ products; ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-inner q r_s + l_y); [ products; ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; products; ring ] ].
Qed.

End Reading1.

(** ** floating point, bitwise: refuted

    for all representable q, k, v: fl((Q K^T) V) = fl(Q (K^T V)), bit for bit *)
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
  ~ (forall q1 k1_1 v1_1 : number,
    let left := mul (mul q1 k1_1) v1_1 in
    let right := mul q1 (mul v1_1 k1_1) in
    is_finite left = true -> is_finite right = true -> Beqb left right = true).
Proof.
  intros H;
  specialize (H (near 3 0) (near 3 0) (near 4503599627370497 1) ltac:(vm_compute; reflexivity)
    ltac:(vm_compute; reflexivity));
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
  ~ (forall q1 k1_1 v1_1 : number,
    let left := mul (mul q1 k1_1) v1_1 in
    let right := mul q1 (mul v1_1 k1_1) in
    is_finite left = true -> is_finite right = true -> Beqb left right = true).
Proof.
  intros H;
  specialize (H (near 3 0) (near 3 0) (near 16777218 0) ltac:(vm_compute; reflexivity) ltac:(vm_compute;
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
  ~ (forall q1 k1_1 v1_1 : number,
    let left := mul (mul q1 k1_1) v1_1 in
    let right := mul q1 (mul v1_1 k1_1) in
    is_finite left = true -> is_finite right = true -> Beqb left right = true).
Proof.
  intros H;
  specialize (H (near 3 0) (near 3 0) (near 2050 0) ltac:(vm_compute; reflexivity) ltac:(vm_compute;
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
  ~ (forall q1 k1_1 v1_1 : number,
    let left := mul (mul q1 k1_1) v1_1 in
    let right := mul q1 (mul v1_1 k1_1) in
    is_finite left = true -> is_finite right = true -> Beqb left right = true).
Proof.
  intros H;
  specialize (H (near 3 0) (near 3 0) (near 258 0) ltac:(vm_compute; reflexivity) ltac:(vm_compute;
    reflexivity));
  vm_compute in H; discriminate.
Qed.

End Bfloat16.

End Reading2.

Definition checked := (Reading1.holds, Reading2.Binary64.fails, Reading2.Binary32.fails,
  Reading2.Binary16.fails, Reading2.Bfloat16.fails).
Print Assumptions checked.
