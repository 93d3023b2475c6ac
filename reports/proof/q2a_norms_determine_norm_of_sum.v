(** * q2a-norms-determine-norm-of-sum: refuted

    Whoever knows the norms of two vectors knows the norm of their sum.

    Write-up: question 2, a, lines 27, 36. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** literal (norms alone): refuted

    for all D >= 1 and d, b, e in R^D with ||d|| = ||b|| = ||e||: ||d + b|| = ||d + e||, the sums being of
    vectors of the same norms *)
Module Reading1.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall d1 b1 e1 : R,
    d1 * d1 = b1 * b1 ->
    d1 * d1 = e1 * e1 ->
    sqrt((d1 + b1) * (d1 + b1)) = sqrt((d1 + e1) * (d1 + e1))).
Proof.
  intros H;
  specialize (H 1 1 (-1) ltac:(lra) ltac:(lra));
  revert H; apply Rgt_not_eq; interval with (i_prec 80).
Qed.

End Reading1.

(** ** repair: proved

    for all D >= 0 and d, b in R^D: ||d + b||^2 = ||d||^2 + ||b||^2 + 2 <d, b>, so the norms determine it
    once <d, b> is known (0 when orthogonal) *)
Module Repair.

Definition left_start : R :=
  0.
Definition left_step (l_square : R) (block : R * R) : R :=
  let '(d1, b1) := block in
  l_square + (d1 + b1) * (d1 + b1).
Definition left_finish (l_square : R) : R :=
  l_square.
Definition left_side (blocks : list (R * R)) : R :=
  left_finish
    (fold_left left_step blocks left_start).
Definition right_start : R * R * R :=
  (0, 0, 0).
Definition right_step (state : R * R * R) (block : R * R) : R * R * R :=
  let '(r_dd, r_bb, r_db) := state in
  let '(d1, b1) := block in
  (r_dd + d1 * d1, r_bb + b1 * b1, r_db + d1 * b1).
Definition right_finish (state : R * R * R) : R :=
  let '(r_dd, r_bb, r_db) := state in
  r_dd + r_bb + 2 * r_db.
Definition right_side (blocks : list (R * R)) : R :=
  right_finish
    (fold_left right_step blocks right_start).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (blocks : list (R * R)),
    left_side blocks = right_side blocks.
Proof.
  intros blocks;
  assert (main : forall (blocks : list (R * R)) (l_square r_dd r_bb r_db : R),
      l_square - r_bb - 2 * r_db - r_dd = 0 ->
      left_finish (fold_left left_step blocks l_square) =
      right_finish (fold_left right_step blocks (r_dd, r_bb, r_db)));
  [ clear; induction blocks as [|[d1 b1] blocks IH];
    intros l_square r_dd r_bb r_db I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (l_square - r_bb - 2 * r_db - r_dd); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (l_square - r_bb - 2 * r_db - r_dd); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Repair.

Definition checked := (Reading1.fails, Repair.holds).
Print Assumptions checked.
