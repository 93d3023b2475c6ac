(** * q1-flat-alternating: conditional

    With the brackets removed the signs alternate from + X_T down to - X_1, and then + H_0; evenness comes
    later.

    Write-up: question 1, step 4, line 17. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal (all T>=1; tail -X_1 + H_0): conditional

    for all T >= 1: H_T = sum over t = 1..T of (-1)^t X_t + H_0 (signs counted from the tail - X_1 + H_0) *)
Module Reading1.

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
  (h0 + (-1) * x_1, -(-1)).
Definition right_step (h0 : R) (state : R * R) (x1 : R) : R * R :=
  let '(r_sum, r_sign) := state in
  (r_sum + r_sign * x1, -r_sign).
Definition right_finish (h0 : R) (state : R * R) : R :=
  let '(r_sum, r_sign) := state in
  r_sum.
Definition right_side (h0 : R) (x_1 : R) (blocks : list R) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** The sides differ at the witness. *)
Theorem fails :
  ~ (forall (h0 : R) (x_1 : R) (blocks : list R),
    left_side h0 x_1 blocks = right_side h0 x_1 blocks).
Proof.
  intros H;
  specialize (H 0 1 []);
  cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step
    right_finish fold_left] in H; numbers in H;
  lra.
Qed.

Definition inside_left_start (h0 : R) (x_1 x_2 : R) : R :=
  x_2 - (x_1 - h0).
Definition inside_left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition inside_left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition inside_left_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  inside_left_finish h0
    (fold_left (inside_left_step h0) blocks (inside_left_start h0 x_1 x_2)).
Definition inside_right_start (h0 : R) (x_1 x_2 : R) : R * R :=
  (h0 + (-1) * x_1 + (-(-1)) * x_2, -(-(-1))).
Definition inside_right_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(r_sum, r_sign) := state in
  let '(x1, x2) := block in
  (r_sum + r_sign * x1 + (-r_sign) * x2, -(-r_sign)).
Definition inside_right_finish (h0 : R) (state : R * R) : R :=
  let '(r_sum, r_sign) := state in
  r_sum.
Definition inside_right_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  inside_right_finish h0
    (fold_left (inside_right_step h0) blocks (inside_right_start h0 x_1 x_2)).
Ltac inside_opened := cbv beta iota delta [inside_left_start inside_left_step inside_left_finish
  inside_right_start inside_right_step inside_right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem inside :
  forall (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)),
    inside_left_side h0 x_1 x_2 blocks = inside_right_side h0 x_1 x_2 blocks.
Proof.
  intros h0 x_1 x_2 blocks;
  assert (main : forall (blocks : list (R * R)) (l_h r_sum r_sign : R),
      l_h - r_sum = 0 ->
      r_sign + 1 = 0 ->
      inside_left_finish h0 (fold_left (inside_left_step h0) blocks l_h) =
      inside_right_finish h0 (fold_left (inside_right_step h0) blocks (r_sum, r_sign)));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h r_sum r_sign I0 I1;
    cbn [fold_left] in *;
    [ inside_opened; apply Rminus_diag_uniq; transitivity (l_h - r_sum); [ ring | exact I0 ]
    | apply IH;
      [ inside_opened; transitivity ((-x1 + x2) * (r_sign + 1) + (l_h - r_sum)); [ ring | rewrite ?I0, ?I1;
        ring ]
      | inside_opened; transitivity (r_sign + 1); [ ring | rewrite ?I0, ?I1; ring ] ] ]
  | unfold inside_left_side, inside_right_side; apply main;
    [ inside_opened; ring
    | inside_opened; ring ] ].
Qed.

Definition outside_left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition outside_left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition outside_left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition outside_left_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  outside_left_finish h0
    (fold_left (outside_left_step h0) blocks (outside_left_start h0 x_1)).
Definition outside_right_start (h0 : R) (x_1 : R) : R * R :=
  (h0 + (-1) * x_1, -(-1)).
Definition outside_right_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(r_sum, r_sign) := state in
  let '(x1, x2) := block in
  (r_sum + r_sign * x1 + (-r_sign) * x2, -(-r_sign)).
Definition outside_right_finish (h0 : R) (state : R * R) : R :=
  let '(r_sum, r_sign) := state in
  r_sum.
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
  [ assert (main : forall (n : nat) (l_h : R),
        l_h + 1 = 0 ->
        outside_left_finish 1 (fold_left (outside_left_step 1) (repeat (0, 0) n) l_h) = (-1));
    [ clear; induction n as [|n IH];
      intros l_h I0;
      cbn [repeat fold_left] in *;
      [ outside_opened; apply Rminus_diag_uniq; transitivity (l_h + 1); [ ring | exact I0 ]
      | apply IH;
        [ outside_opened; transitivity (l_h + 1); [ ring | rewrite ?I0; ring ] ] ]
    | unfold outside_left_side; apply main;
      [ outside_opened; ring ] ]
  |  ];
  assert (right_value : outside_right_side 1 0 (repeat (0, 0) n) = 1);
  [ assert (main : forall (n : nat) (l_sum l_sign : R),
        l_sum - 1 = 0 ->
        outside_right_finish 1 (fold_left (outside_right_step 1) (repeat (0, 0) n) (l_sum, l_sign)) = 1);
    [ clear; induction n as [|n IH];
      intros l_sum l_sign I0;
      cbn [repeat fold_left] in *;
      [ outside_opened; apply Rminus_diag_uniq; transitivity (l_sum - 1); [ ring | exact I0 ]
      | apply IH;
        [ outside_opened; transitivity (l_sum - 1); [ ring | rewrite ?I0; ring ] ] ]
    | unfold outside_right_side; apply main;
      [ outside_opened; ring ] ]
  |  ];
  rewrite left_value, right_value; lra.
Qed.

End Reading1.

(** ** charitable (T even): proved

    for all even T >= 0: H_T = sum over t = 1..T of (-1)^t X_t + H_0 *)
Module Reading2.

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
  (h0, -1).
Definition right_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(r_sum, r_sign) := state in
  let '(x1, x2) := block in
  (r_sum + r_sign * x1 + (-r_sign) * x2, -(-r_sign)).
Definition right_finish (h0 : R) (state : R * R) : R :=
  let '(r_sum, r_sign) := state in
  r_sum.
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
  assert (main : forall (blocks : list (R * R)) (l_h r_sum r_sign : R),
      l_h - r_sum = 0 ->
      r_sign + 1 = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks l_h) =
      right_finish h0 (fold_left (right_step h0) blocks (r_sum, r_sign)));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h r_sum r_sign I0 I1;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (l_h - r_sum); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity ((-x1 + x2) * (r_sign + 1) + (l_h - r_sum)); [ ring | rewrite ?I0, ?I1; ring ]
      | opened; transitivity (r_sign + 1); [ ring | rewrite ?I0, ?I1; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring
    | opened; ring ] ].
Qed.

End Reading2.

(** ** signs counted from the head: conditional

    for all T >= 1: H_T = sum over t = 1..T of (-1)^(T-t) X_t + H_0 *)
Module Reading3.

Definition left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition left_step (h0 : R) (l_h : R) (x1 : R) : R :=
  x1 - l_h.
Definition left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition left_side (h0 : R) (x_1 : R) (blocks : list R) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1)).
Definition right_start (h0 : R) (x_1 : R) : R :=
  x_1 - 0.
Definition right_step (h0 : R) (r_sum : R) (x1 : R) : R :=
  x1 - r_sum.
Definition right_finish (h0 : R) (r_sum : R) : R :=
  r_sum + h0.
Definition right_side (h0 : R) (x_1 : R) (blocks : list R) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** The sides differ at the witness. *)
Theorem fails :
  ~ (forall (h0 : R) (x_1 : R) (blocks : list R),
    left_side h0 x_1 blocks = right_side h0 x_1 blocks).
Proof.
  intros H;
  specialize (H 1 0 []);
  cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step
    right_finish fold_left] in H; numbers in H;
  lra.
Qed.

Definition inside_left_start (h0 : R) (x_1 x_2 : R) : R :=
  x_2 - (x_1 - h0).
Definition inside_left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition inside_left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition inside_left_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  inside_left_finish h0
    (fold_left (inside_left_step h0) blocks (inside_left_start h0 x_1 x_2)).
Definition inside_right_start (h0 : R) (x_1 x_2 : R) : R :=
  x_2 - (x_1 - 0).
Definition inside_right_step (h0 : R) (r_sum : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - r_sum).
Definition inside_right_finish (h0 : R) (r_sum : R) : R :=
  r_sum + h0.
Definition inside_right_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=
  inside_right_finish h0
    (fold_left (inside_right_step h0) blocks (inside_right_start h0 x_1 x_2)).
Ltac inside_opened := cbv beta iota delta [inside_left_start inside_left_step inside_left_finish
  inside_right_start inside_right_step inside_right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem inside :
  forall (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)),
    inside_left_side h0 x_1 x_2 blocks = inside_right_side h0 x_1 x_2 blocks.
Proof.
  intros h0 x_1 x_2 blocks;
  assert (main : forall (blocks : list (R * R)) (l_h r_sum : R),
      -h0 + l_h - r_sum = 0 ->
      inside_left_finish h0 (fold_left (inside_left_step h0) blocks l_h) =
      inside_right_finish h0 (fold_left (inside_right_step h0) blocks r_sum));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h r_sum I0;
    cbn [fold_left] in *;
    [ inside_opened; apply Rminus_diag_uniq; transitivity (-h0 + l_h - r_sum); [ ring | exact I0 ]
    | apply IH;
      [ inside_opened; transitivity (-h0 + l_h - r_sum); [ ring | rewrite ?I0; ring ] ] ]
  | unfold inside_left_side, inside_right_side; apply main;
    [ inside_opened; ring ] ].
Qed.

Definition outside_left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition outside_left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition outside_left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition outside_left_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  outside_left_finish h0
    (fold_left (outside_left_step h0) blocks (outside_left_start h0 x_1)).
Definition outside_right_start (h0 : R) (x_1 : R) : R :=
  x_1 - 0.
Definition outside_right_step (h0 : R) (r_sum : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - r_sum).
Definition outside_right_finish (h0 : R) (r_sum : R) : R :=
  r_sum + h0.
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
  [ assert (main : forall (n : nat) (l_h : R),
        l_h + 1 = 0 ->
        outside_left_finish 1 (fold_left (outside_left_step 1) (repeat (0, 0) n) l_h) = (-1));
    [ clear; induction n as [|n IH];
      intros l_h I0;
      cbn [repeat fold_left] in *;
      [ outside_opened; apply Rminus_diag_uniq; transitivity (l_h + 1); [ ring | exact I0 ]
      | apply IH;
        [ outside_opened; transitivity (l_h + 1); [ ring | rewrite ?I0; ring ] ] ]
    | unfold outside_left_side; apply main;
      [ outside_opened; ring ] ]
  |  ];
  assert (right_value : outside_right_side 1 0 (repeat (0, 0) n) = 1);
  [ assert (main : forall (n : nat) (l_sum : R),
        l_sum = 0 ->
        outside_right_finish 1 (fold_left (outside_right_step 1) (repeat (0, 0) n) l_sum) = 1);
    [ clear; induction n as [|n IH];
      intros l_sum I0;
      cbn [repeat fold_left] in *;
      [ outside_opened; apply Rminus_diag_uniq; transitivity (l_sum); [ ring | exact I0 ]
      | apply IH;
        [ outside_opened; transitivity (l_sum); [ ring | rewrite ?I0; ring ] ] ]
    | unfold outside_right_side; apply main;
      [ outside_opened; ring ] ]
  |  ];
  rewrite left_value, right_value; lra.
Qed.

End Reading3.

Definition checked := (Reading1.fails, Reading1.inside, Reading1.outside, Reading2.holds, Reading3.fails,
  Reading3.inside, Reading3.outside).
Print Assumptions checked.
