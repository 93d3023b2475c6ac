(** * q1-final-formula-odd-T: refuted

    Is the answer ever right for an odd number of inputs?

    Write-up: question 1, scope of the answer, lines 17, 20. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** floor: sum to (T-1)/2: refuted

    for all odd T >= 1: H_T = sum over i <= floor(T/2) of (X_2i - X_2i-1) + H_0 *)
Module Reading1.

Definition left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition left_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1)).
Definition right_start (h0 : R) (x_1 : R) : R * R :=
  (0, x_1).
Definition right_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(r_sum, r_last) := state in
  let '(x1, x2) := block in
  (r_sum + (x1 - r_last), x2).
Definition right_finish (h0 : R) (state : R * R) : R :=
  let '(r_sum, r_last) := state in
  r_sum + h0.
Definition right_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** The sides differ at the witness. *)
Theorem fails :
  ~ (forall (h0 : R) (x_1 : R) (blocks : list (R * R)),
    left_side h0 x_1 blocks = right_side h0 x_1 blocks).
Proof.
  intros H;
  specialize (H 0 1 []);
  cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step
    right_finish fold_left] in H; numbers in H;
  lra.
Qed.

(** Whatever the number of blocks, the sides differ for some input. *)
Theorem fails_at_every_length :
  forall n : nat, exists h0 : R, exists x_1 : R, exists blocks : list (R * R),
    length blocks = n /\ left_side h0 x_1 blocks <> right_side h0 x_1 blocks.
Proof.
  intros n; exists 1; exists 0; exists (repeat (0, 0) n);
  split; [ apply repeat_length | ];
  assert (left_value : left_side 1 0 (repeat (0, 0) n) = (-1));
  [ assert (main : forall (n : nat) (l_h : R),
        l_h + 1 = 0 ->
        left_finish 1 (fold_left (left_step 1) (repeat (0, 0) n) l_h) = (-1));
    [ clear; induction n as [|n IH];
      intros l_h I0;
      cbn [repeat fold_left] in *;
      [ opened; apply Rminus_diag_uniq; transitivity (l_h + 1); [ ring | exact I0 ]
      | apply IH;
        [ opened; transitivity (l_h + 1); [ ring | rewrite ?I0; ring ] ] ]
    | unfold left_side; apply main;
      [ opened; ring ] ]
  |  ];
  assert (right_value : right_side 1 0 (repeat (0, 0) n) = 1);
  [ assert (main : forall (n : nat) (l_sum l_last : R),
        l_sum = 0 ->
        -l_last + l_sum = 0 ->
        right_finish 1 (fold_left (right_step 1) (repeat (0, 0) n) (l_sum, l_last)) = 1);
    [ clear; induction n as [|n IH];
      intros l_sum l_last I0 I1;
      cbn [repeat fold_left] in *;
      [ opened; apply Rminus_diag_uniq; transitivity (l_sum); [ ring | exact I0 ]
      | apply IH;
        [ opened; transitivity (-l_last + l_sum); [ ring | rewrite ?I1, ?I0; ring ]
        | opened; transitivity (-l_last + l_sum); [ ring | rewrite ?I1, ?I0; ring ] ] ]
    | unfold right_side; apply main;
      [ opened; ring
      | opened; ring ] ]
  |  ];
  rewrite left_value, right_value; lra.
Qed.

End Reading1.

(** ** ceil, missing X_{T+1} := 0: refuted

    for all odd T >= 1, with X_{T+1} := 0: H_T = sum over i <= ceil(T/2) of (X_2i - X_2i-1) + H_0 *)
Module Reading2.

Definition left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (h0 : R) (l_h : R) : R :=
  l_h.
Definition left_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1)).
Definition right_start (h0 : R) (x_1 : R) : R * R :=
  (0, x_1).
Definition right_step (h0 : R) (state : R * R) (block : R * R) : R * R :=
  let '(r_sum, r_last) := state in
  let '(x1, x2) := block in
  (r_sum + (x1 - r_last), x2).
Definition right_finish (h0 : R) (state : R * R) : R :=
  let '(r_sum, r_last) := state in
  r_sum - r_last + h0.
Definition right_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** The sides differ at the witness. *)
Theorem fails :
  ~ (forall (h0 : R) (x_1 : R) (blocks : list (R * R)),
    left_side h0 x_1 blocks = right_side h0 x_1 blocks).
Proof.
  intros H;
  specialize (H 0 1 []);
  cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step
    right_finish fold_left] in H; numbers in H;
  lra.
Qed.

(** Whatever the number of blocks, the sides differ for some input. *)
Theorem fails_at_every_length :
  forall n : nat, exists h0 : R, exists x_1 : R, exists blocks : list (R * R),
    length blocks = n /\ left_side h0 x_1 blocks <> right_side h0 x_1 blocks.
Proof.
  intros n; exists 1; exists 0; exists (repeat (0, 0) n);
  split; [ apply repeat_length | ];
  assert (left_value : left_side 1 0 (repeat (0, 0) n) = (-1));
  [ assert (main : forall (n : nat) (l_h : R),
        l_h + 1 = 0 ->
        left_finish 1 (fold_left (left_step 1) (repeat (0, 0) n) l_h) = (-1));
    [ clear; induction n as [|n IH];
      intros l_h I0;
      cbn [repeat fold_left] in *;
      [ opened; apply Rminus_diag_uniq; transitivity (l_h + 1); [ ring | exact I0 ]
      | apply IH;
        [ opened; transitivity (l_h + 1); [ ring | rewrite ?I0; ring ] ] ]
    | unfold left_side; apply main;
      [ opened; ring ] ]
  |  ];
  assert (right_value : right_side 1 0 (repeat (0, 0) n) = 1);
  [ assert (main : forall (n : nat) (l_sum l_last : R),
        -l_last + l_sum = 0 ->
        right_finish 1 (fold_left (right_step 1) (repeat (0, 0) n) (l_sum, l_last)) = 1);
    [ clear; induction n as [|n IH];
      intros l_sum l_last I0;
      cbn [repeat fold_left] in *;
      [ opened; apply Rminus_diag_uniq; transitivity (-l_last + l_sum); [ ring | exact I0 ]
      | apply IH;
        [ opened; transitivity (-l_last + l_sum); [ ring | rewrite ?I0; ring ] ] ]
    | unfold right_side; apply main;
      [ opened; ring ] ]
  |  ];
  rewrite left_value, right_value; lra.
Qed.

End Reading2.

(** ** repair: proved

    for all odd T >= 1: Y_T = sigmoid(1000 (X_1 - H_0 + sum over i <= (T-1)/2 of (X_2i+1 - X_2i))) *)
Module Repair.

Definition left_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition left_step (h0 : R) (l_h : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  x2 - (x1 - l_h).
Definition left_finish (h0 : R) (l_h : R) : R :=
  1000 * l_h.
Definition left_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  left_finish h0
    (fold_left (left_step h0) blocks (left_start h0 x_1)).
Definition right_start (h0 : R) (x_1 : R) : R :=
  x_1 - h0.
Definition right_step (h0 : R) (r_sum : R) (block : R * R) : R :=
  let '(x1, x2) := block in
  r_sum + (x2 - x1).
Definition right_finish (h0 : R) (r_sum : R) : R :=
  1000 * r_sum.
Definition right_side (h0 : R) (x_1 : R) (blocks : list (R * R)) : R :=
  right_finish h0
    (fold_left (right_step h0) blocks (right_start h0 x_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (h0 : R) (x_1 : R) (blocks : list (R * R)),
    logistic (left_side h0 x_1 blocks) = logistic (right_side h0 x_1 blocks).
Proof.
  intros h0 x_1 blocks;
  apply (f_equal logistic);
  assert (main : forall (blocks : list (R * R)) (l_h r_sum : R),
      1000 * l_h - 1000 * r_sum = 0 ->
      left_finish h0 (fold_left (left_step h0) blocks l_h) =
      right_finish h0 (fold_left (right_step h0) blocks r_sum));
  [ clear; induction blocks as [|[x1 x2] blocks IH];
    intros l_h r_sum I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (1000 * l_h - 1000 * r_sum); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (1000 * l_h - 1000 * r_sum); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Repair.

Definition checked := (Reading1.fails, Reading1.fails_at_every_length, Reading2.fails,
  Reading2.fails_at_every_length, Repair.holds).
Print Assumptions checked.
