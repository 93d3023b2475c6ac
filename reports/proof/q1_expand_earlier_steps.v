(** * q1-expand-earlier-steps: conditional

    The recurrence is listed for T-1, for T-2 and down to 1.

    Write-up: question 1, step 2, lines 12-15. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal (both displayed lines for every even T): conditional

    for every even T >= 2: H_{T-2} = X_{T-2} - H_{T-3} *)
Module Reading1.

Definition left_start (h0 : R) (x_1 x_2 x_3 x_4 : R) : R * R * R :=
  (x_2 - (x_1 - h0), x_3, x_4).
Definition left_step (h0 : R) (state : R * R * R) (block : R * R) : R * R * R :=
  let '(l_h, l_next, l_last) := state in
  let '(x1, x2) := block in
  (l_last - (l_next - l_h), x1, x2).
Definition left_finish (h0 : R) (state : R * R * R) : R :=
  let '(l_h, l_next, l_last) := state in
  l_h.
Definition left_side (h0 : R) (x_1 x_2 x_3 x_4 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1 x_2 x_3 x_4)).
Definition right_start (h0 : R) (x_1 x_2 x_3 x_4 : R) : R * R * R * R :=
  (x_1 - h0, x_2, x_3, x_4).
Definition right_step (h0 : R) (state : R * R * R * R) (block : R * R) : R * R * R * R :=
  let '(r_before, r_x, r_next, r_last) := state in
  let '(x1, x2) := block in
  (r_next - (r_x - r_before), r_last, x1, x2).
Definition right_finish (h0 : R) (state : R * R * R * R) : R :=
  let '(r_before, r_x, r_next, r_last) := state in
  r_x - r_before.
Definition right_side (h0 : R) (x_1 x_2 x_3 x_4 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1 x_2 x_3 x_4)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (h0 : R) (x_1 x_2 x_3 x_4 : R) (blocks : list (R * R)),
    left_side h0 x_1 x_2 x_3 x_4 blocks = right_side h0 x_1 x_2 x_3 x_4 blocks.
Proof.
  intros h0 x_1 x_2 x_3 x_4 blocks;
  assert (main : forall (blocks : list (R * R)) (l_h l_next l_last r_before r_x r_next r_last : R),
      l_h + r_before - r_x = 0 ->
      l_h + l_last - l_next + r_before - r_last + r_next - r_x = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks (l_h, l_next, l_last)) =
      right_finish h0 (fold_left (right_step h0) blocks (r_before, r_x, r_next, r_last)));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h l_next l_last r_before r_x r_next r_last I0 I1;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (l_h + r_before - r_x); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (l_h + l_last - l_next + r_before - r_last + r_next - r_x); [ ring | rewrite
        ?I1, ?I0; ring ]
      | opened; transitivity (l_h + l_last - l_next + r_before - r_last + r_next - r_x); [ ring | rewrite
        ?I1, ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring
    | opened; ring ] ].
Qed.

End Reading1.

(** ** charitable: proved

    for all t >= 1, so for all t in 1..T-1: H_t = X_t - H_{t-1} *)
Module Reading2.

Definition left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition left_step (h0 : R) (l_h : R) (x1 : R) : R :=
  x1 - l_h.
Definition left_finish (h0 : R) (l_h : R) : R :=
  l_h.
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
  r_last - r_before.
Definition right_side (h0 : R) (x_1 : R) (blocks : list R) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (h0 : R) (x_1 : R) (blocks : list R),
    left_side h0 x_1 blocks = right_side h0 x_1 blocks.
Proof.
  intros h0 x_1 blocks;
  assert (main : forall (blocks : list R) (l_h r_before r_last : R),
      l_h + r_before - r_last = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks l_h) =
      right_finish h0 (fold_left (right_step h0) blocks (r_before, r_last)));
  [ clear; induction blocks as [|x1 blocks IH];
    intros l_h r_before r_last I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (l_h + r_before - r_last); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity ((-1) * (l_h + r_before - r_last)); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Reading2.

Definition checked := (Reading1.holds, Reading2.holds).
Print Assumptions checked.
