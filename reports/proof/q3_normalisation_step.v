(** * q3-normalisation-step: refuted

    The text lists a normalisation among the steps; the formula has none.

    Write-up: question 3, paras 3-4, lines 71, 81. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** consistency: refuted

    for all T, q, k, v with sum_l <q, k_l> != 0: sum_j <q, k_j> v_j / sum_l <q, k_l> = sum_j <q, k_j> v_j *)
Module Reading1.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1 k1_1 v1_1 : R,
    q1 * k1_1 <> 0 ->
    q1 * k1_1 * v1_1 / (q1 * k1_1) = q1 * k1_1 * v1_1).
Proof.
  intros H;
  specialize (H 1 (-1) 1 ltac:(lra));
  revert H; apply Rgt_not_eq; lra.
Qed.

End Reading1.

(** ** normalised version is a weighted average: refuted

    for all T and scores s_1 ... s_T with sum_l s_l != 0: every weight s_j / sum_l s_l is at least 0 (they
    do sum to 1) *)
Module Reading2.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall s1 s2 : R,
    s1 + s2 <> 0 ->
    s1 / (s1 + s2) >= 0 /\
    s2 / (s1 + s2) >= 0).
Proof.
  intros H;
  specialize (H 1 (-2) ltac:(lra));
  destruct H as [H _];
  revert H; apply Rlt_not_ge; lra.
Qed.

End Reading2.

(** ** normalised weights sum to one: proved

    for all T and scores s_1 ... s_T with sum_l s_l != 0: sum_j (s_j / sum_l s_l) = 1 *)
Module Reading3.

Definition left_start (s_1 : R) : R * R :=
  (0 + s_1, 0 + s_1).
Definition left_step (state : R * R) (s1 : R) : R * R :=
  let '(l_n, l_z) := state in
  (l_n + s1, l_z + s1).
Definition left_finish (state : R * R) : R :=
  let '(l_n, l_z) := state in
  l_n / l_z.
Definition left_defined (state : R * R) : Prop :=
  let '(l_n, l_z) := state in
  l_z <> 0.
Definition left_side (s_1 : R) (blocks : list R) : R :=
  left_finish
    (fold_left left_step blocks (left_start s_1)).
Definition right_start (s_1 : R) : unit :=
  tt.
Definition right_step (_ : unit) (s1 : R) : unit :=
  tt.
Definition right_finish (_ : unit) : R :=
  1.
Definition right_side (s_1 : R) (blocks : list R) : R :=
  right_finish
    (fold_left right_step blocks (right_start s_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (s_1 : R) (blocks : list R),
    left_defined (fold_left left_step blocks (left_start s_1)) ->
    left_side s_1 blocks = right_side s_1 blocks.
Proof.
  intros s_1 blocks D0;
  assert (main : forall (blocks : list R) (l_n l_z : R),
      l_n - l_z = 0 ->
      left_defined (fold_left left_step blocks (l_n, l_z)) ->
      left_finish (fold_left left_step blocks (l_n, l_z)) =
      right_finish (fold_left right_step blocks tt));
  [ clear; induction blocks as [|s1 blocks IH];
    intros l_n l_z I0 D0;
    cbn [fold_left] in *;
    [ unfold left_defined in D0; opened; apply Rminus_diag_uniq; transitivity ((l_n - l_z) / (l_z)); [
      field; repeat split; first [ tauto | intros E; apply D0; rewrite <- E; ring ] | rewrite I0; apply
      Rmult_0_l ]
    | apply IH;
      [ opened; transitivity (l_n - l_z); [ ring | rewrite ?I0; ring ]
      | exact D0 ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring
    | exact D0 ] ].
Qed.

End Reading3.

(** ** repair: proved

    for all T, q, k, v with sum_l <q, k_l> != 0: the formula of line 81 is the normalised output times
    sum_l <q, k_l> *)
Module Repair.

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
Definition right_start (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) : R * R :=
  (0 + inner q k_1 * v_1, 0 + inner q k_1).
Definition right_step (V : space) (q : vector V) (state : R * R) (block : vector V * R) : R * R :=
  let '(r_y, r_z) := state in
  let '(k1, v1) := block in
  (r_y + inner q k1 * v1, r_z + inner q k1).
Definition right_finish (V : space) (q : vector V) (state : R * R) : R :=
  let '(r_y, r_z) := state in
  r_y / r_z * r_z.
Definition right_defined (V : space) (q : vector V) (state : R * R) : Prop :=
  let '(r_y, r_z) := state in
  r_z <> 0.
Definition right_side (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)) :
  R :=
  right_finish V q
    (fold_left (right_step V q) blocks (right_start V q k_1 v_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)),
    right_defined V q (fold_left (right_step V q) blocks (right_start V q k_1 v_1)) ->
    left_side V q k_1 v_1 blocks = right_side V q k_1 v_1 blocks.
Proof.
  intros V q k_1 v_1 blocks D0;
  assert (main : forall (blocks : list (vector V * R)) (l_y r_y r_z : R),
      l_y - r_y = 0 ->
      right_defined V q (fold_left (right_step V q) blocks (r_y, r_z)) ->
      left_finish V q (fold_left (left_step V q) blocks l_y) =
      right_finish V q (fold_left (right_step V q) blocks (r_y, r_z)));
  [ clear; induction blocks as [|[k1 v1] blocks IH];
    intros l_y r_y r_z I0 D0;
    cbn [fold_left] in *;
    [ unfold right_defined in D0; opened; apply Rminus_diag_uniq; transitivity (l_y - r_y); [ products;
      field; repeat split; first [ tauto | intros E; apply D0; rewrite <- E; ring ] | exact I0 ]
    | apply IH;
      [ opened; transitivity (l_y - r_y); [ products; ring | rewrite ?I0; ring ]
      | exact D0 ] ]
  | unfold left_side, right_side; apply main;
    [ opened; products; ring
    | exact D0 ] ].
Qed.

End Repair.

Definition checked := (Reading1.fails, Reading2.fails, Reading3.holds, Repair.holds).
Print Assumptions checked.
