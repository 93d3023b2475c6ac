(** * q1-h0-coefficient: proved

    The initial state enters with coefficient +1.

    Write-up: question 1, steps 4-6, lines 17, 19-20. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** for even T: proved

    for all even T >= 0: H_T from H_0 + 1 exceeds H_T from H_0 by exactly 1 (H_T is affine in H_0) *)
Module Reading1.

Definition left_start (h0 : R) : R * R :=
  (h0, h0 + 1).
Definition left_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(l_h, l_raised) := state in
  let '(x1, x2) := block in
  (x2 - (x1 - l_h), x2 - (x1 - l_raised)).
Definition left_finish (h0 : R) (state : R * R) : R :=
  let '(l_h, l_raised) := state in
  l_raised - l_h.
Definition left_side (h0 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0)).
Definition right_start (h0 : R) : unit :=
  tt.
Definition right_step (h0 : R) (_ : unit) (block : R * R) : unit :=
  let '(x1, x2) := block in
  tt.
Definition right_finish (h0 : R) (_ : unit) : R :=
  1.
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
  assert (main : forall (blocks : list (R * R)) (l_h l_raised : R),
      -l_h + l_raised - 1 = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks (l_h, l_raised)) =
      right_finish h0 (fold_left (right_step h0) blocks tt));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h l_raised I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-l_h + l_raised - 1); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-l_h + l_raised - 1); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Reading1.

(** ** for all T: conditional

    for all T >= 0: H_T from H_0 + 1 exceeds H_T from H_0 by exactly 1 *)
Module Reading2.

Definition left_start (h0 : R) : R * R :=
  (h0, h0 + 1).
Definition left_step (h0 : R) (state : R * R) (x1 : R) : R * R :=
  let '(l_h, l_raised) := state in
  (x1 - l_h, x1 - l_raised).
Definition left_finish (h0 : R) (state : R * R) : R :=
  let '(l_h, l_raised) := state in
  l_raised - l_h.
Definition left_side (h0 : R) (blocks : list R) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0)).
Definition right_start (h0 : R) : unit :=
  tt.
Definition right_step (h0 : R) (_ : unit) (x1 : R) : unit :=
  tt.
Definition right_finish (h0 : R) (_ : unit) : R :=
  1.
Definition right_side (h0 : R) (blocks : list R) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** The sides differ at the witness. *)
Theorem fails :
  ~ (forall (h0 : R) (blocks : list R),
    left_side h0 blocks = right_side h0 blocks).
Proof.
  intros H;
  specialize (H 0 [0]);
  cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step
    right_finish fold_left] in H; numbers in H;
  lra.
Qed.

Definition inside_left_start (h0 : R) : R * R :=
  (h0, h0 + 1).
Definition inside_left_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(l_h, l_raised) := state in
  let '(x1, x2) := block in
  (x2 - (x1 - l_h), x2 - (x1 - l_raised)).
Definition inside_left_finish (h0 : R) (state : R * R) : R :=
  let '(l_h, l_raised) := state in
  l_raised - l_h.
Definition inside_left_side (h0 : R) (blocks : list (R * R)) : R :=
  inside_left_finish h0
    (fold_left (inside_left_step h0) blocks (inside_left_start h0)).
Definition inside_right_start (h0 : R) : unit :=
  tt.
Definition inside_right_step (h0 : R) (_ : unit) (block : R * R) : unit :=
  let '(x1, x2) := block in
  tt.
Definition inside_right_finish (h0 : R) (_ : unit) : R :=
  1.
Definition inside_right_side (h0 : R) (blocks : list (R * R)) : R :=
  inside_right_finish h0
    (fold_left (inside_right_step h0) blocks (inside_right_start h0)).
Ltac inside_opened := cbv beta iota delta [inside_left_start inside_left_step inside_left_finish
  inside_right_start inside_right_step inside_right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem inside :
  forall (h0 : R) (blocks : list (R * R)),
    inside_left_side h0 blocks = inside_right_side h0 blocks.
Proof.
  intros h0 blocks;
  assert (main : forall (blocks : list (R * R)) (l_h l_raised : R),
      -l_h + l_raised - 1 = 0 ->
      inside_left_finish h0 (fold_left (inside_left_step h0) blocks (l_h, l_raised)) =
      inside_right_finish h0 (fold_left (inside_right_step h0) blocks tt));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h l_raised I0;
    cbn [fold_left] in *;
    [ inside_opened; apply Rminus_diag_uniq; transitivity (-l_h + l_raised - 1); [ ring | exact I0 ]
    | apply IH;
      [ inside_opened; transitivity (-l_h + l_raised - 1); [ ring | rewrite ?I0; ring ] ] ]
  | unfold inside_left_side, inside_right_side; apply main;
    [ inside_opened; ring ] ].
Qed.

Definition outside_left_start (h0 : R) (x_1 : R) : R * R :=
  (x_1 - h0, x_1 - (h0 + 1)).
Definition outside_left_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(l_h, l_raised) := state in
  let '(x1, x2) := block in
  (x2 - (x1 - l_h), x2 - (x1 - l_raised)).
Definition outside_left_finish (h0 : R) (state : R * R) : R :=
  let '(l_h, l_raised) := state in
  l_raised - l_h.
Definition outside_left_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  outside_left_finish h0
    (fold_left (outside_left_step h0) blocks (outside_left_start h0 x_1)).
Definition outside_right_start (h0 : R) (x_1 : R) : unit :=
  tt.
Definition outside_right_step (h0 : R) (_ : unit) (block : R * R) : unit :=
  let '(x1, x2) := block in
  tt.
Definition outside_right_finish (h0 : R) (_ : unit) : R :=
  1.
Definition outside_right_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  outside_right_finish h0
    (fold_left (outside_right_step h0) blocks (outside_right_start h0 x_1)).
Ltac outside_opened := cbv beta iota delta [outside_left_start outside_left_step outside_left_finish
  outside_right_start outside_right_step outside_right_finish].

(** Whatever the number of blocks, the sides differ for some input. *)
Theorem outside :
  forall n : nat, exists h0 : R, exists x_1 : R, exists blocks : list (R * R),
    length blocks = n /\ outside_left_side h0 x_1 blocks <> outside_right_side h0 x_1 blocks.
Proof.
  intros n; exists 1; exists 0; exists (repeat (0, 0) n);
  split; [ apply repeat_length | ];
  assert (left_value : outside_left_side 1 0 (repeat (0, 0) n) = (-1));
  [ assert (main : forall (n : nat) (l_h l_raised : R),
        -l_h + l_raised + 1 = 0 ->
        outside_left_finish 1 (fold_left (outside_left_step 1) (repeat (0, 0) n) (l_h, l_raised)) = (-1));
    [ clear; induction n as [|n IH];
      intros l_h l_raised I0;
      cbn [repeat fold_left] in *;
      [ outside_opened; apply Rminus_diag_uniq; transitivity (-l_h + l_raised + 1); [ ring | exact I0 ]
      | apply IH;
        [ outside_opened; transitivity (-l_h + l_raised + 1); [ ring | rewrite ?I0; ring ] ] ]
    | unfold outside_left_side; apply main;
      [ outside_opened; ring ] ]
  |  ];
  assert (right_value : outside_right_side 1 0 (repeat (0, 0) n) = 1);
  [ assert (main : forall (n : nat),
        outside_right_finish 1 (fold_left (outside_right_step 1) (repeat (0, 0) n) tt) = 1);
    [ clear; induction n as [|n IH];
      intros ;
      cbn [repeat fold_left] in *;
      [ outside_opened; apply Rminus_diag_uniq; ring
      | apply IH ]
    | unfold outside_right_side; apply main ]
  |  ];
  rewrite left_value, right_value; lra.
Qed.

End Reading2.

Definition checked := (Reading1.holds, Reading2.fails, Reading2.inside, Reading2.outside).
Print Assumptions checked.
