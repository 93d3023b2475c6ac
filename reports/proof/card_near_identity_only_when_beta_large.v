(** * card-near-identity-only-when-beta-large: proved

    Attention comes near the identity only when beta is large.

    Write-up: the design card, property 2. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** formal: proved

    for all n >= 2, beta >= 0, 0 < eps < 1 and n mutually orthogonal tokens of norm beta: 1 - W_ii <= eps
    exactly when beta >= beta*(n, eps) = sqrt(max(0, ln((n - 1) (1/eps - 1)))) *)
Module Reading1.

Module Part1_1.

Definition left_start (u : R) (token_1 : R) : R * R :=
  (0 + 1, u + 1).
Definition left_step (u : R) (state : R * R) (token1 : R) : R * R :=
  let '(l_others, l_total) := state in
  (l_others + 1, l_total + 1).
Definition left_finish (u : R) (state : R * R) : R :=
  let '(l_others, l_total) := state in
  l_others / l_total.
Definition left_defined (u : R) (state : R * R) : Prop :=
  let '(l_others, l_total) := state in
  l_total <> 0.
Definition left_side (u : R) (token_1 : R) (blocks : list R) : R :=
  left_finish u
    (fold_left (left_step u) blocks (left_start u token_1)).
Definition right_start (u : R) (token_1 : R) : R :=
  0 + 1.
Definition right_step (u : R) (r_m : R) (token1 : R) : R :=
  r_m + 1.
Definition right_finish (u : R) (r_m : R) : R :=
  r_m / (u + r_m).
Definition right_defined (u : R) (r_m : R) : Prop :=
  u + r_m <> 0.
Definition right_side (u : R) (token_1 : R) (blocks : list R) : R :=
  right_finish u
    (fold_left (right_step u) blocks (right_start u token_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** for all n >= 2 and beta >= 0: 1 - W_ii = m / (u + m) with m = n - 1 and u = e^(beta^2), which grows
    with beta from 1: for all n >= 2 and u = e^(beta^2): n - 1 terms e^0 over u plus n - 1 terms e^0 is (n
    - 1) / (u + n - 1): Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (u : R) (token_1 : R) (blocks : list R),
    left_defined u (fold_left (left_step u) blocks (left_start u token_1)) ->
    right_defined u (fold_left (right_step u) blocks (right_start u token_1)) ->
    left_side u token_1 blocks = right_side u token_1 blocks.
Proof.
  intros u token_1 blocks D0 D1;
  assert (main : forall (blocks : list R) (l_others l_total r_m : R),
      l_others * r_m + l_others * u - l_total * r_m = 0 ->
      l_others * r_m + l_others * u - l_total * r_m + l_others - l_total + u = 0 ->
      left_defined u (fold_left (left_step u) blocks (l_others, l_total)) ->
      right_defined u (fold_left (right_step u) blocks r_m) ->
      left_finish u (fold_left (left_step u) blocks (l_others, l_total)) =
      right_finish u (fold_left (right_step u) blocks r_m));
  [ clear; induction blocks as [|token1 blocks IH];
    intros l_others l_total r_m I0 I1 D0 D1;
    cbn [fold_left] in *;
    [ unfold left_defined in D0; unfold right_defined in D1; opened; apply Rminus_diag_uniq; transitivity
      ((l_others * r_m + l_others * u - l_total * r_m) / (l_total * r_m + l_total * u)); [ field; repeat
      split; first [ tauto | intros E; apply (Rmult_integral_contrapositive_currified _ _ D0 D1); rewrite <-
      E; ring ] | rewrite I0; apply Rmult_0_l ]
    | apply IH;
      [ opened; transitivity (l_others * r_m + l_others * u - l_total * r_m + l_others - l_total + u); [
        ring | rewrite ?I1, ?I0; ring ]
      | opened; transitivity ((-1) * (l_others * r_m + l_others * u - l_total * r_m) + 2 * (l_others * r_m +
        l_others * u - l_total * r_m + l_others - l_total + u)); [ ring | rewrite ?I1, ?I0; ring ]
      | exact D0
      | exact D1 ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring
    | opened; ring
    | exact D0
    | exact D1 ] ].
Qed.

End Part1_1.

Module Part1_2.

(** for all n >= 2 and beta >= 0: 1 - W_ii = m / (u + m) with m = n - 1 and u = e^(beta^2), which grows
    with beta from 1: for all beta >= 0, n = 2 tokens and every i: sum_{j != i} W_ij = 1 / (e^(beta^2) +
    1): For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 <= beta ->
    exp(inner a b) / (exp(inner a a) + exp(inner a b)) = 1 / (exp(beta * beta) + 1) /\
    exp(inner b a) / (exp(inner b a) + exp(inner b b)) = 1 / (exp(beta * beta) + 1).
Proof.
  intros V a b beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_from (beta * beta) ltac:(nonneg)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Part1_2.

Module Part1_3.

(** for all n >= 2 and beta >= 0: 1 - W_ii = m / (u + m) with m = n - 1 and u = e^(beta^2), which grows
    with beta from 1: for all beta >= 0, n = 3 tokens and every i: sum_{j != i} W_ij = 2 / (e^(beta^2) +
    2): For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c : vector V) (beta : R),
    frame beta [a; b; c] -> 0 <= beta ->
    exp(inner a b) / (exp(inner a a) + exp(inner a b) + exp(inner a c)) + exp(inner a c) / (exp(inner a a) +
      exp(inner a b) + exp(inner a c)) = 2 / (exp(beta * beta) + 2) /\
    exp(inner b a) / (exp(inner b a) + exp(inner b b) + exp(inner b c)) + exp(inner b c) / (exp(inner b a) +
      exp(inner b b) + exp(inner b c)) = 2 / (exp(beta * beta) + 2) /\
    exp(inner c a) / (exp(inner c a) + exp(inner c b) + exp(inner c c)) + exp(inner c b) / (exp(inner c a) +
      exp(inner c b) + exp(inner c c)) = 2 / (exp(beta * beta) + 2).
Proof.
  intros V a b c beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_from (beta * beta) ltac:(nonneg)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Part1_3.

Module Part1_4.

(** for all n >= 2 and beta >= 0: 1 - W_ii = m / (u + m) with m = n - 1 and u = e^(beta^2), which grows
    with beta from 1: for all beta >= 0, n = 4 tokens and every i: sum_{j != i} W_ij = 3 / (e^(beta^2) +
    3): For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    exp(inner a b) / (exp(inner a a) + exp(inner a b) + exp(inner a c) + exp(inner a d)) + exp(inner a c) /
      (exp(inner a a) + exp(inner a b) + exp(inner a c) + exp(inner a d)) + exp(inner a d) / (exp(inner a a) +
      exp(inner a b) + exp(inner a c) + exp(inner a d)) = 3 / (exp(beta * beta) + 3) /\
    exp(inner b a) / (exp(inner b a) + exp(inner b b) + exp(inner b c) + exp(inner b d)) + exp(inner b c) /
      (exp(inner b a) + exp(inner b b) + exp(inner b c) + exp(inner b d)) + exp(inner b d) / (exp(inner b a) +
      exp(inner b b) + exp(inner b c) + exp(inner b d)) = 3 / (exp(beta * beta) + 3) /\
    exp(inner c a) / (exp(inner c a) + exp(inner c b) + exp(inner c c) + exp(inner c d)) + exp(inner c b) /
      (exp(inner c a) + exp(inner c b) + exp(inner c c) + exp(inner c d)) + exp(inner c d) / (exp(inner c a) +
      exp(inner c b) + exp(inner c c) + exp(inner c d)) = 3 / (exp(beta * beta) + 3) /\
    exp(inner d a) / (exp(inner d a) + exp(inner d b) + exp(inner d c) + exp(inner d d)) + exp(inner d b) /
      (exp(inner d a) + exp(inner d b) + exp(inner d c) + exp(inner d d)) + exp(inner d c) / (exp(inner d a) +
      exp(inner d b) + exp(inner d c) + exp(inner d d)) = 3 / (exp(beta * beta) + 3).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_from (beta * beta) ltac:(nonneg)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Part1_4.

Module Part1_5.

(** for all n >= 2 and beta >= 0: 1 - W_ii = m / (u + m) with m = n - 1 and u = e^(beta^2), which grows
    with beta from 1: for all beta >= 0, n = 8 tokens and every i: sum_{j != i} W_ij = 7 / (e^(beta^2) +
    7): For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (e1 e2 e3 e4 e5 e6 e7 e8 : vector V) (beta : R),
    frame beta [e1; e2; e3; e4; e5; e6; e7; e8] -> 0 <= beta ->
    exp(inner e1 e2) / (exp(inner e1 e1) + exp(inner e1 e2) + exp(inner e1 e3) + exp(inner e1 e4) +
      exp(inner e1 e5) + exp(inner e1 e6) + exp(inner e1 e7) + exp(inner e1 e8)) + exp(inner e1 e3) /
      (exp(inner e1 e1) + exp(inner e1 e2) + exp(inner e1 e3) + exp(inner e1 e4) + exp(inner e1 e5) +
      exp(inner e1 e6) + exp(inner e1 e7) + exp(inner e1 e8)) + exp(inner e1 e4) / (exp(inner e1 e1) +
      exp(inner e1 e2) + exp(inner e1 e3) + exp(inner e1 e4) + exp(inner e1 e5) + exp(inner e1 e6) + exp(inner
      e1 e7) + exp(inner e1 e8)) + exp(inner e1 e5) / (exp(inner e1 e1) + exp(inner e1 e2) + exp(inner e1 e3)
      + exp(inner e1 e4) + exp(inner e1 e5) + exp(inner e1 e6) + exp(inner e1 e7) + exp(inner e1 e8)) +
      exp(inner e1 e6) / (exp(inner e1 e1) + exp(inner e1 e2) + exp(inner e1 e3) + exp(inner e1 e4) +
      exp(inner e1 e5) + exp(inner e1 e6) + exp(inner e1 e7) + exp(inner e1 e8)) + exp(inner e1 e7) /
      (exp(inner e1 e1) + exp(inner e1 e2) + exp(inner e1 e3) + exp(inner e1 e4) + exp(inner e1 e5) +
      exp(inner e1 e6) + exp(inner e1 e7) + exp(inner e1 e8)) + exp(inner e1 e8) / (exp(inner e1 e1) +
      exp(inner e1 e2) + exp(inner e1 e3) + exp(inner e1 e4) + exp(inner e1 e5) + exp(inner e1 e6) + exp(inner
      e1 e7) + exp(inner e1 e8)) = 7 / (exp(beta * beta) + 7) /\
    exp(inner e2 e1) / (exp(inner e2 e1) + exp(inner e2 e2) + exp(inner e2 e3) + exp(inner e2 e4) +
      exp(inner e2 e5) + exp(inner e2 e6) + exp(inner e2 e7) + exp(inner e2 e8)) + exp(inner e2 e3) /
      (exp(inner e2 e1) + exp(inner e2 e2) + exp(inner e2 e3) + exp(inner e2 e4) + exp(inner e2 e5) +
      exp(inner e2 e6) + exp(inner e2 e7) + exp(inner e2 e8)) + exp(inner e2 e4) / (exp(inner e2 e1) +
      exp(inner e2 e2) + exp(inner e2 e3) + exp(inner e2 e4) + exp(inner e2 e5) + exp(inner e2 e6) + exp(inner
      e2 e7) + exp(inner e2 e8)) + exp(inner e2 e5) / (exp(inner e2 e1) + exp(inner e2 e2) + exp(inner e2 e3)
      + exp(inner e2 e4) + exp(inner e2 e5) + exp(inner e2 e6) + exp(inner e2 e7) + exp(inner e2 e8)) +
      exp(inner e2 e6) / (exp(inner e2 e1) + exp(inner e2 e2) + exp(inner e2 e3) + exp(inner e2 e4) +
      exp(inner e2 e5) + exp(inner e2 e6) + exp(inner e2 e7) + exp(inner e2 e8)) + exp(inner e2 e7) /
      (exp(inner e2 e1) + exp(inner e2 e2) + exp(inner e2 e3) + exp(inner e2 e4) + exp(inner e2 e5) +
      exp(inner e2 e6) + exp(inner e2 e7) + exp(inner e2 e8)) + exp(inner e2 e8) / (exp(inner e2 e1) +
      exp(inner e2 e2) + exp(inner e2 e3) + exp(inner e2 e4) + exp(inner e2 e5) + exp(inner e2 e6) + exp(inner
      e2 e7) + exp(inner e2 e8)) = 7 / (exp(beta * beta) + 7) /\
    exp(inner e3 e1) / (exp(inner e3 e1) + exp(inner e3 e2) + exp(inner e3 e3) + exp(inner e3 e4) +
      exp(inner e3 e5) + exp(inner e3 e6) + exp(inner e3 e7) + exp(inner e3 e8)) + exp(inner e3 e2) /
      (exp(inner e3 e1) + exp(inner e3 e2) + exp(inner e3 e3) + exp(inner e3 e4) + exp(inner e3 e5) +
      exp(inner e3 e6) + exp(inner e3 e7) + exp(inner e3 e8)) + exp(inner e3 e4) / (exp(inner e3 e1) +
      exp(inner e3 e2) + exp(inner e3 e3) + exp(inner e3 e4) + exp(inner e3 e5) + exp(inner e3 e6) + exp(inner
      e3 e7) + exp(inner e3 e8)) + exp(inner e3 e5) / (exp(inner e3 e1) + exp(inner e3 e2) + exp(inner e3 e3)
      + exp(inner e3 e4) + exp(inner e3 e5) + exp(inner e3 e6) + exp(inner e3 e7) + exp(inner e3 e8)) +
      exp(inner e3 e6) / (exp(inner e3 e1) + exp(inner e3 e2) + exp(inner e3 e3) + exp(inner e3 e4) +
      exp(inner e3 e5) + exp(inner e3 e6) + exp(inner e3 e7) + exp(inner e3 e8)) + exp(inner e3 e7) /
      (exp(inner e3 e1) + exp(inner e3 e2) + exp(inner e3 e3) + exp(inner e3 e4) + exp(inner e3 e5) +
      exp(inner e3 e6) + exp(inner e3 e7) + exp(inner e3 e8)) + exp(inner e3 e8) / (exp(inner e3 e1) +
      exp(inner e3 e2) + exp(inner e3 e3) + exp(inner e3 e4) + exp(inner e3 e5) + exp(inner e3 e6) + exp(inner
      e3 e7) + exp(inner e3 e8)) = 7 / (exp(beta * beta) + 7) /\
    exp(inner e4 e1) / (exp(inner e4 e1) + exp(inner e4 e2) + exp(inner e4 e3) + exp(inner e4 e4) +
      exp(inner e4 e5) + exp(inner e4 e6) + exp(inner e4 e7) + exp(inner e4 e8)) + exp(inner e4 e2) /
      (exp(inner e4 e1) + exp(inner e4 e2) + exp(inner e4 e3) + exp(inner e4 e4) + exp(inner e4 e5) +
      exp(inner e4 e6) + exp(inner e4 e7) + exp(inner e4 e8)) + exp(inner e4 e3) / (exp(inner e4 e1) +
      exp(inner e4 e2) + exp(inner e4 e3) + exp(inner e4 e4) + exp(inner e4 e5) + exp(inner e4 e6) + exp(inner
      e4 e7) + exp(inner e4 e8)) + exp(inner e4 e5) / (exp(inner e4 e1) + exp(inner e4 e2) + exp(inner e4 e3)
      + exp(inner e4 e4) + exp(inner e4 e5) + exp(inner e4 e6) + exp(inner e4 e7) + exp(inner e4 e8)) +
      exp(inner e4 e6) / (exp(inner e4 e1) + exp(inner e4 e2) + exp(inner e4 e3) + exp(inner e4 e4) +
      exp(inner e4 e5) + exp(inner e4 e6) + exp(inner e4 e7) + exp(inner e4 e8)) + exp(inner e4 e7) /
      (exp(inner e4 e1) + exp(inner e4 e2) + exp(inner e4 e3) + exp(inner e4 e4) + exp(inner e4 e5) +
      exp(inner e4 e6) + exp(inner e4 e7) + exp(inner e4 e8)) + exp(inner e4 e8) / (exp(inner e4 e1) +
      exp(inner e4 e2) + exp(inner e4 e3) + exp(inner e4 e4) + exp(inner e4 e5) + exp(inner e4 e6) + exp(inner
      e4 e7) + exp(inner e4 e8)) = 7 / (exp(beta * beta) + 7) /\
    exp(inner e5 e1) / (exp(inner e5 e1) + exp(inner e5 e2) + exp(inner e5 e3) + exp(inner e5 e4) +
      exp(inner e5 e5) + exp(inner e5 e6) + exp(inner e5 e7) + exp(inner e5 e8)) + exp(inner e5 e2) /
      (exp(inner e5 e1) + exp(inner e5 e2) + exp(inner e5 e3) + exp(inner e5 e4) + exp(inner e5 e5) +
      exp(inner e5 e6) + exp(inner e5 e7) + exp(inner e5 e8)) + exp(inner e5 e3) / (exp(inner e5 e1) +
      exp(inner e5 e2) + exp(inner e5 e3) + exp(inner e5 e4) + exp(inner e5 e5) + exp(inner e5 e6) + exp(inner
      e5 e7) + exp(inner e5 e8)) + exp(inner e5 e4) / (exp(inner e5 e1) + exp(inner e5 e2) + exp(inner e5 e3)
      + exp(inner e5 e4) + exp(inner e5 e5) + exp(inner e5 e6) + exp(inner e5 e7) + exp(inner e5 e8)) +
      exp(inner e5 e6) / (exp(inner e5 e1) + exp(inner e5 e2) + exp(inner e5 e3) + exp(inner e5 e4) +
      exp(inner e5 e5) + exp(inner e5 e6) + exp(inner e5 e7) + exp(inner e5 e8)) + exp(inner e5 e7) /
      (exp(inner e5 e1) + exp(inner e5 e2) + exp(inner e5 e3) + exp(inner e5 e4) + exp(inner e5 e5) +
      exp(inner e5 e6) + exp(inner e5 e7) + exp(inner e5 e8)) + exp(inner e5 e8) / (exp(inner e5 e1) +
      exp(inner e5 e2) + exp(inner e5 e3) + exp(inner e5 e4) + exp(inner e5 e5) + exp(inner e5 e6) + exp(inner
      e5 e7) + exp(inner e5 e8)) = 7 / (exp(beta * beta) + 7) /\
    exp(inner e6 e1) / (exp(inner e6 e1) + exp(inner e6 e2) + exp(inner e6 e3) + exp(inner e6 e4) +
      exp(inner e6 e5) + exp(inner e6 e6) + exp(inner e6 e7) + exp(inner e6 e8)) + exp(inner e6 e2) /
      (exp(inner e6 e1) + exp(inner e6 e2) + exp(inner e6 e3) + exp(inner e6 e4) + exp(inner e6 e5) +
      exp(inner e6 e6) + exp(inner e6 e7) + exp(inner e6 e8)) + exp(inner e6 e3) / (exp(inner e6 e1) +
      exp(inner e6 e2) + exp(inner e6 e3) + exp(inner e6 e4) + exp(inner e6 e5) + exp(inner e6 e6) + exp(inner
      e6 e7) + exp(inner e6 e8)) + exp(inner e6 e4) / (exp(inner e6 e1) + exp(inner e6 e2) + exp(inner e6 e3)
      + exp(inner e6 e4) + exp(inner e6 e5) + exp(inner e6 e6) + exp(inner e6 e7) + exp(inner e6 e8)) +
      exp(inner e6 e5) / (exp(inner e6 e1) + exp(inner e6 e2) + exp(inner e6 e3) + exp(inner e6 e4) +
      exp(inner e6 e5) + exp(inner e6 e6) + exp(inner e6 e7) + exp(inner e6 e8)) + exp(inner e6 e7) /
      (exp(inner e6 e1) + exp(inner e6 e2) + exp(inner e6 e3) + exp(inner e6 e4) + exp(inner e6 e5) +
      exp(inner e6 e6) + exp(inner e6 e7) + exp(inner e6 e8)) + exp(inner e6 e8) / (exp(inner e6 e1) +
      exp(inner e6 e2) + exp(inner e6 e3) + exp(inner e6 e4) + exp(inner e6 e5) + exp(inner e6 e6) + exp(inner
      e6 e7) + exp(inner e6 e8)) = 7 / (exp(beta * beta) + 7) /\
    exp(inner e7 e1) / (exp(inner e7 e1) + exp(inner e7 e2) + exp(inner e7 e3) + exp(inner e7 e4) +
      exp(inner e7 e5) + exp(inner e7 e6) + exp(inner e7 e7) + exp(inner e7 e8)) + exp(inner e7 e2) /
      (exp(inner e7 e1) + exp(inner e7 e2) + exp(inner e7 e3) + exp(inner e7 e4) + exp(inner e7 e5) +
      exp(inner e7 e6) + exp(inner e7 e7) + exp(inner e7 e8)) + exp(inner e7 e3) / (exp(inner e7 e1) +
      exp(inner e7 e2) + exp(inner e7 e3) + exp(inner e7 e4) + exp(inner e7 e5) + exp(inner e7 e6) + exp(inner
      e7 e7) + exp(inner e7 e8)) + exp(inner e7 e4) / (exp(inner e7 e1) + exp(inner e7 e2) + exp(inner e7 e3)
      + exp(inner e7 e4) + exp(inner e7 e5) + exp(inner e7 e6) + exp(inner e7 e7) + exp(inner e7 e8)) +
      exp(inner e7 e5) / (exp(inner e7 e1) + exp(inner e7 e2) + exp(inner e7 e3) + exp(inner e7 e4) +
      exp(inner e7 e5) + exp(inner e7 e6) + exp(inner e7 e7) + exp(inner e7 e8)) + exp(inner e7 e6) /
      (exp(inner e7 e1) + exp(inner e7 e2) + exp(inner e7 e3) + exp(inner e7 e4) + exp(inner e7 e5) +
      exp(inner e7 e6) + exp(inner e7 e7) + exp(inner e7 e8)) + exp(inner e7 e8) / (exp(inner e7 e1) +
      exp(inner e7 e2) + exp(inner e7 e3) + exp(inner e7 e4) + exp(inner e7 e5) + exp(inner e7 e6) + exp(inner
      e7 e7) + exp(inner e7 e8)) = 7 / (exp(beta * beta) + 7) /\
    exp(inner e8 e1) / (exp(inner e8 e1) + exp(inner e8 e2) + exp(inner e8 e3) + exp(inner e8 e4) +
      exp(inner e8 e5) + exp(inner e8 e6) + exp(inner e8 e7) + exp(inner e8 e8)) + exp(inner e8 e2) /
      (exp(inner e8 e1) + exp(inner e8 e2) + exp(inner e8 e3) + exp(inner e8 e4) + exp(inner e8 e5) +
      exp(inner e8 e6) + exp(inner e8 e7) + exp(inner e8 e8)) + exp(inner e8 e3) / (exp(inner e8 e1) +
      exp(inner e8 e2) + exp(inner e8 e3) + exp(inner e8 e4) + exp(inner e8 e5) + exp(inner e8 e6) + exp(inner
      e8 e7) + exp(inner e8 e8)) + exp(inner e8 e4) / (exp(inner e8 e1) + exp(inner e8 e2) + exp(inner e8 e3)
      + exp(inner e8 e4) + exp(inner e8 e5) + exp(inner e8 e6) + exp(inner e8 e7) + exp(inner e8 e8)) +
      exp(inner e8 e5) / (exp(inner e8 e1) + exp(inner e8 e2) + exp(inner e8 e3) + exp(inner e8 e4) +
      exp(inner e8 e5) + exp(inner e8 e6) + exp(inner e8 e7) + exp(inner e8 e8)) + exp(inner e8 e6) /
      (exp(inner e8 e1) + exp(inner e8 e2) + exp(inner e8 e3) + exp(inner e8 e4) + exp(inner e8 e5) +
      exp(inner e8 e6) + exp(inner e8 e7) + exp(inner e8 e8)) + exp(inner e8 e7) / (exp(inner e8 e1) +
      exp(inner e8 e2) + exp(inner e8 e3) + exp(inner e8 e4) + exp(inner e8 e5) + exp(inner e8 e6) + exp(inner
      e8 e7) + exp(inner e8 e8)) = 7 / (exp(beta * beta) + 7).
Proof.
  intros V e1 e2 e3 e4 e5 e6 e7 e8 beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_from (beta * beta) ltac:(nonneg)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Part1_5.

Module Part2.

(** for all m, u >= 1 and 0 < eps < 1: eps - m / (u + m) = (eps u - m (1 - eps)) / (u + m), so that 1 -
    W_ii <= eps exactly when u >= m (1/eps - 1): For all numbers at the 3 places of this shape. *)
Theorem holds :
  forall m u eps : R,
    1 <= m ->
    1 <= u ->
    0 < eps ->
    eps < 1 ->
    eps - m / (u + m) = (eps * u - m * (1 - eps)) / (u + m).
Proof.
  intros;
  repeat split;
  first [ ring | field; nonzero | rewrite ?Ropp_involutive, ?exp_Ropp; field; nonzero | repeat f_equal; ring
  | match goal with |- context [exp ?x] => replace x with 0 by ring; rewrite exp_0; field end ].
Qed.

End Part2.

End Reading1.

(** ** for any attention mechanism: refuted

    normalised linear attention, too, is not the identity at any one beta: for all beta > 0 and two
    orthogonal tokens a, b of norm beta, W_11 < 1 and W_22 < 1 *)
Module Reading2.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    (inner a a * 1 + inner a b * 0) / (inner a a + inner a b) >= 1.
Proof.
  intros V a b beta F B;
  repeat apply conj; in_frame;
  apply Rle_ge; (apply (le_by (0)); [ field; nonzero | nonneg ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    (inner a a * 1 + inner a b * 0) / (inner a a + inner a b) < 1 /\
    (inner b a * 0 + inner b b * 1) / (inner b a + inner b b) < 1).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 2 beta 0; axis 2 beta 1]) by (intros; cbn; repeat
    constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading2.

(** ** normalised linear attention is the identity at every beta: proved

    for all beta > 0: normalised linear attention of two orthogonal tokens a, b of norm beta has W_11 =
    W_22 = 1 *)
Module Reading3.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    (inner a a * 1 + inner a b * 0) / (inner a a + inner a b) = 1 /\
    (inner b a * 0 + inner b b * 1) / (inner b a + inner b b) = 1.
Proof.
  intros V a b beta F B;
  repeat apply conj; in_frame;
  field; nonzero.
Qed.

End Reading3.

Definition checked := (Reading1.Part1_1.holds, Reading1.Part1_2.holds, Reading1.Part1_3.holds,
  Reading1.Part1_4.holds, Reading1.Part1_5.holds, Reading1.Part2.holds, Reading2.fails_everywhere,
  Reading2.fails, Reading3.holds).
Print Assumptions checked.
