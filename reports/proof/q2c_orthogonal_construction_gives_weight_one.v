(** * q2c-orthogonal-construction-gives-weight-one: refuted

    Tokens that are built from orthogonal vectors give themselves the weight 1.

    Write-up: question 2, c, line 63. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** literal: refuted

    for all n >= 2, all tokens that are sums of mutually orthogonal vectors of norm beta > 0, and all i:
    W_ii = 1; so already for the two tokens x_1 = a, x_2 = b *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    exp(inner a a) / (exp(inner a a) + exp(inner a b)) < 1.
Proof.
  intros V a b beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by ((1) / (w + 2))); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    exp(inner a a) / (exp(inner a a) + exp(inner a b)) = 1 /\
    exp(inner b b) / (exp(inner b a) + exp(inner b b)) = 1).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 2 beta 0; axis 2 beta 1]) by (intros; cbn; repeat
    constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** asymptotic version: refuted

    for all n >= 2, all tokens that are different sums of mutually orthogonal vectors of norm beta, and
    all i: W_ii tends to 1 as beta grows; so also for x_1 = a, x_2 = a + b *)
Module Reading2.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** The limit of entry 1, for all such vectors, whatever the width. *)
Theorem tends_elsewhere :
  forall (V : space) (a b : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta]) ->
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta)
      (vadd (a beta) (b beta))))) p_infty (1/2).
Proof.
  intros V a b F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w + 1))); [ field; nonzero | nonneg ]) | (apply (le_by
      ((1) / (w + 1))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

(** The statement does not hold: a limit is unique. *)
Theorem fails :
  ~ (forall (V : space) (a b : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta]) ->
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta)
      (vadd (a beta) (b beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (a beta) (b beta)) (vadd (a beta) (b beta))) / (exp(inner (vadd (a
      beta) (b beta)) (a beta)) + exp(inner (vadd (a beta) (b beta)) (vadd (a beta) (b beta))))) p_infty (1)).
Proof.
  intros H; assert (F : forall beta, 0 < beta -> frame beta [axis 2 beta 0; axis 2 beta 1])
    by (intros; cbn; repeat constructor; cbn; ring);
  specialize (H (coordinates 2) (fun beta => axis 2 beta 0) (fun beta => axis 2 beta 1) F); pose proof
    (tends_elsewhere (coordinates 2) (fun beta => axis 2 beta 0) (fun beta => axis 2 beta 1) F) as G;
  apply proj1 in H; apply is_lim_unique in H; apply is_lim_unique in G;
  rewrite H in G; injection G; lra.
Qed.

End Reading2.

(** ** n mutually orthogonal tokens of norm beta: proved

    for all n >= 2, beta >= 0 and i: 1 - W_ii = sum_{j != i} W_ij = (n - 1) / (e^(beta^2) + n - 1) *)
Module Reading3.

Module Part1.

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

(** for all n >= 2 and u = e^(beta^2): n - 1 terms e^0 over u plus n - 1 terms e^0 is (n - 1) / (u + n -
    1): Both sides are equal, however many blocks of items follow the first ones. *)
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

End Part1.

Module Part2.

(** for all beta >= 0, n = 2 tokens and every i: sum_{j != i} W_ij = 1 / (e^(beta^2) + 1): For all such
    vectors, whatever the width. *)
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

End Part2.

Module Part3.

(** for all beta >= 0, n = 3 tokens and every i: sum_{j != i} W_ij = 2 / (e^(beta^2) + 2): For all such
    vectors, whatever the width. *)
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

End Part3.

Module Part4.

(** for all beta >= 0, n = 4 tokens and every i: sum_{j != i} W_ij = 3 / (e^(beta^2) + 3): For all such
    vectors, whatever the width. *)
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

End Part4.

Module Part5.

(** for all beta >= 0, n = 8 tokens and every i: sum_{j != i} W_ij = 7 / (e^(beta^2) + 7): For all such
    vectors, whatever the width. *)
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

End Part5.

End Reading3.

(** ** 2 mutually orthogonal tokens, within eps: conditional

    for all beta >= 0 and 2 mutually orthogonal tokens of norm beta: 1 - W_11 = sum_{j != 1} W_1j <= eps
    (the other rows are alike), for eps = 0.1, 1e-3, 1e-6, 1e-12 *)
Module Reading4.

Lemma exp_le (x y : R) : x <= y -> exp x <= exp y.
Proof. intros [L | ->]; [left; apply exp_increasing; exact L | right; reflexivity]. Qed.
Lemma gap (x y : R) : x <= y -> exists t, 0 <= t /\ y = x + t.
Proof. exists (y - x); lra. Qed.
Lemma quotient_le (a b c d : R) : 0 < b -> 0 < d -> a * d <= c * b -> a / b <= c / d.
Proof.
  intros B D H; apply Rmult_le_reg_r with (b * d); [nra|].
  replace (a / b * (b * d)) with (a * d) by (field; lra).
  replace (c / d * (b * d)) with (c * b) by (field; lra); exact H.
Qed.
Lemma squares_le (x y : R) : 0 <= x <= y -> x * x <= y * y.
Proof. nra. Qed.

(** 1 - W_11: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_1 :
  forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    forall q : R, q = exp(inner a b) / (exp(inner a a) + exp(inner a b)) ->
    (beta <= (3337851437255095 / 2251799813685248) -> (1 / 10) < q) /\ ((6675702874510191 /
      4503599627370496) <= beta -> q <= (1 / 10)) /\
    (beta <= (5917888758935243 / 2251799813685248) -> (1 / 1000) < q) /\ ((1479472189733811 /
      562949953421312) <= beta -> q <= (1 / 1000)) /\
    (beta <= (2092441097355647 / 562949953421312) -> (1 / 1000000) < q) /\ ((8369764389422589 /
      2251799813685248) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (5918317370885447 / 1125899906842624) -> (1 / 1000000000000) < q) /\ ((739789671360681 /
      140737488355328) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (1)/((v) + 1) <= (1)/((u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t)); [ field | nonneg ] ]);
  assert (N : q = (1)/((exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((1)/(((40532396646334455 / 4503599627370496)) + 1)); [ interval with
      (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((3337851437255095 / 2251799813685248) * (3337851437255095 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((2533274790395905 / 281474976710656)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((6675702874510191 / 4503599627370496) * (6675702874510191 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((549206058074111 / 549755813888)) + 1)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5917888758935243 / 2251799813685248) * (5917888758935243 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((281193501733945355 / 281474976710656)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1479472189733811 / 562949953421312) * (1479472189733811 /
      562949953421312))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((1099510528264370775 / 1099511627776)) + 1)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((2092441097355647 / 562949953421312) * (2092441097355647 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((1099510528264374403 / 1099511627776)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8369764389422589 / 2251799813685248) * (8369764389422589 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((34359738367965427939829 / 34359738368)) + 1)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5918317370885447 / 1125899906842624) * (5918317370885447 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((1099511627774903960718609 / 1099511627776)) + 1)); [ apply M; [
    lra |
    apply Rle_trans with (exp ((739789671360681 / 140737488355328) * (739789671360681 / 140737488355328)));
      [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval with (i_prec 160) ] ].
Qed.

(** It does not hold at every beta: for eps = 1e-12 it fails at the double below the first threshold. *)
Theorem fails :
  ~ (forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    exp(inner a b) / (exp(inner a a) + exp(inner a b)) <= (1 / 1000000000000)).
Proof.
  assert (P : 0 < (5918317370885447 / 1125899906842624)) by lra; intros H; assert (frames : forall beta,
    frame beta [axis 2 beta 0; axis 2 beta 1]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames (5918317370885447 / 1125899906842624)) as F;
  specialize (H _ _ _ _ F P); pose proof (threshold_1 _ _ _ _ F P) as G;
  match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;
  intros q H G; destruct G as [_ [_ [_ [_ [_ [_ [G _]]]]]]]; exact (Rlt_not_le _ _ (G (Rle_refl _)) H).
Qed.

End Reading4.

(** ** 3 mutually orthogonal tokens, within eps: conditional

    for all beta >= 0 and 3 mutually orthogonal tokens of norm beta: 1 - W_11 = sum_{j != 1} W_1j <= eps
    (the other rows are alike), for eps = 0.5, 0.1, 1e-3, 1e-6, 1e-12 *)
Module Reading5.

Lemma exp_le (x y : R) : x <= y -> exp x <= exp y.
Proof. intros [L | ->]; [left; apply exp_increasing; exact L | right; reflexivity]. Qed.
Lemma gap (x y : R) : x <= y -> exists t, 0 <= t /\ y = x + t.
Proof. exists (y - x); lra. Qed.
Lemma quotient_le (a b c d : R) : 0 < b -> 0 < d -> a * d <= c * b -> a / b <= c / d.
Proof.
  intros B D H; apply Rmult_le_reg_r with (b * d); [nra|].
  replace (a / b * (b * d)) with (a * d) by (field; lra).
  replace (c / d * (b * d)) with (c * b) by (field; lra); exact H.
Qed.
Lemma squares_le (x y : R) : 0 <= x <= y -> x * x <= y * y.
Proof. nra. Qed.

(** 1 - W_11: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_1 :
  forall (V : space) (a b c : vector V) (beta : R),
    frame beta [a; b; c] -> 0 < beta ->
    forall q : R, q = exp(inner a b) / (exp(inner a a) + exp(inner a b) + exp(inner a c)) + exp(inner a c) /
      (exp(inner a a) + exp(inner a b) + exp(inner a c)) ->
    (beta <= (7498985273150791 / 9007199254740992) -> (1 / 2) < q) /\ ((937373159143849 / 1125899906842624)
      <= beta -> q <= (1 / 2)) /\
    (beta <= (3828305888394915 / 2251799813685248) -> (1 / 10) < q) /\ ((7656611776789831 /
      4503599627370496) <= beta -> q <= (1 / 10)) /\
    (beta <= (6207743641699889 / 2251799813685248) -> (1 / 1000) < q) /\ ((3103871820849945 /
      1125899906842624) <= beta -> q <= (1 / 1000)) /\
    (beta <= (2144289359152289 / 562949953421312) -> (1 / 1000000) < q) /\ ((8577157436609157 /
      2251799813685248) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (5992090531860125 / 1125899906842624) -> (1 / 1000000000000) < q) /\ ((2996045265930063 /
      562949953421312) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (2)/((v) + 2) <= (2)/((u) + 2))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (2*t)); [ field | nonneg ] ]);
  assert (N : q = (2)/((exp (beta * beta)) + 2))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((2)/(((9007199254740991 / 4503599627370496)) + 2)); [ interval with
      (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((7498985273150791 / 9007199254740992) * (7498985273150791 /
      9007199254740992))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((72057594037927941 / 36028797018963968)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((937373159143849 / 1125899906842624) * (937373159143849 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((2)/(((5066549580791805 / 281474976710656)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((3828305888394915 / 2251799813685248) * (3828305888394915 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((20266198323167233 / 1125899906842624)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((7656611776789831 / 4503599627370496) * (7656611776789831 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((2)/(((8787296929185791 / 4398046511104)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6207743641699889 / 2251799813685248) * (6207743641699889 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((2196824232296453 / 1099511627776)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3103871820849945 / 1125899906842624) * (3103871820849945 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((2)/(((549755264132185639 / 274877906944)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((2144289359152289 / 562949953421312) * (2144289359152289 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((2199021056528749995 / 1099511627776)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8577157436609157 / 2251799813685248) * (8577157436609157 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((2)/(((2199023255549798668468625 / 1099511627776)) + 2)); [ interval
    with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5992090531860125 / 1125899906842624) * (5992090531860125 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((2199023255549819457708855 / 1099511627776)) + 2)); [ apply M; [
    lra |
    apply Rle_trans with (exp ((2996045265930063 / 562949953421312) * (2996045265930063 /
      562949953421312))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** It does not hold at every beta: for eps = 1e-12 it fails at the double below the first threshold. *)
Theorem fails :
  ~ (forall (V : space) (a b c : vector V) (beta : R),
    frame beta [a; b; c] -> 0 < beta ->
    exp(inner a b) / (exp(inner a a) + exp(inner a b) + exp(inner a c)) + exp(inner a c) / (exp(inner a a) +
      exp(inner a b) + exp(inner a c)) <= (1 / 1000000000000)).
Proof.
  assert (P : 0 < (5992090531860125 / 1125899906842624)) by lra; intros H; assert (frames : forall beta,
    frame beta [axis 3 beta 0; axis 3 beta 1; axis 3 beta 2]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames (5992090531860125 / 1125899906842624)) as F;
  specialize (H _ _ _ _ _ F P); pose proof (threshold_1 _ _ _ _ _ F P) as G;
  match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;
  intros q H G; destruct G as [_ [_ [_ [_ [_ [_ [_ [_ [G _]]]]]]]]]; exact (Rlt_not_le _ _ (G (Rle_refl _)) H).
Qed.

End Reading5.

(** ** 4 mutually orthogonal tokens, within eps: conditional

    for all beta >= 0 and 4 mutually orthogonal tokens of norm beta: 1 - W_11 = sum_{j != 1} W_1j <= eps
    (the other rows are alike), for eps = 0.5, 0.1, 1e-3, 1e-6, 1e-12 *)
Module Reading6.

Lemma exp_le (x y : R) : x <= y -> exp x <= exp y.
Proof. intros [L | ->]; [left; apply exp_increasing; exact L | right; reflexivity]. Qed.
Lemma gap (x y : R) : x <= y -> exists t, 0 <= t /\ y = x + t.
Proof. exists (y - x); lra. Qed.
Lemma quotient_le (a b c d : R) : 0 < b -> 0 < d -> a * d <= c * b -> a / b <= c / d.
Proof.
  intros B D H; apply Rmult_le_reg_r with (b * d); [nra|].
  replace (a / b * (b * d)) with (a * d) by (field; lra).
  replace (c / d * (b * d)) with (c * b) by (field; lra); exact H.
Qed.
Lemma squares_le (x y : R) : 0 <= x <= y -> x * x <= y * y.
Proof. nra. Qed.

(** 1 - W_11: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_1 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner a b) / (exp(inner a a) + exp(inner a b) + exp(inner a c) + exp(inner a d)) +
      exp(inner a c) / (exp(inner a a) + exp(inner a b) + exp(inner a c) + exp(inner a d)) + exp(inner a d) /
      (exp(inner a a) + exp(inner a b) + exp(inner a c) + exp(inner a d)) ->
    (beta <= (4720434771752683 / 4503599627370496) -> (1 / 2) < q) /\ ((1180108692938171 / 1125899906842624)
      <= beta -> q <= (1 / 2)) /\
    (beta <= (2044008214622611 / 1125899906842624) -> (1 / 10) < q) /\ ((8176032858490445 /
      4503599627370496) <= beta -> q <= (1 / 10)) /\
    (beta <= (6371187759886305 / 2251799813685248) -> (1 / 1000) < q) /\ ((3185593879943153 /
      1125899906842624) <= beta -> q <= (1 / 1000)) /\
    (beta <= (2174045509571951 / 562949953421312) -> (1 / 1000000) < q) /\ ((8696182038287805 /
      2251799813685248) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (377176688068283 / 70368744177664) -> (1 / 1000000000000) < q) /\ ((6034827009092529 /
      1125899906842624) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (3)/((v) + 3) <= (3)/((u) + 3))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (3*t)); [ field | nonneg ] ]);
  assert (N : q = (3)/((exp (beta * beta)) + 3))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((3)/(((13510798882111485 / 4503599627370496)) + 3)); [ interval with
      (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((4720434771752683 / 4503599627370496) * (4720434771752683 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((3)/(((13510798882111491 / 4503599627370496)) + 3)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1180108692938171 / 1125899906842624) * (1180108692938171 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((3)/(((3799912185593855 / 140737488355328)) + 3)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((2044008214622611 / 1125899906842624) * (2044008214622611 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((3)/(((7599824371187715 / 281474976710656)) + 3)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8176032858490445 / 4503599627370496) * (8176032858490445 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((3)/(((26361890787557369 / 8796093022208)) + 3)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6371187759886305 / 2251799813685248) * (6371187759886305 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((3)/(((3295236348444679 / 1099511627776)) + 3)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3185593879943153 / 1125899906842624) * (3185593879943153 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((3)/(((824632896198279021 / 274877906944)) + 3)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((2174045509571951 / 562949953421312) * (2174045509571951 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((3)/(((3298531584793127397 / 1099511627776)) + 3)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8696182038287805 / 2251799813685248) * (8696182038287805 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((3)/(((1649267441662339669791361 / 549755813888)) + 3)); [ interval
    with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((377176688068283 / 70368744177664) * (377176688068283 / 70368744177664))); [
      apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((3)/(((824633720831177686462745 / 274877906944)) + 3)); [ apply M; [ lra |
    apply Rle_trans with (exp ((6034827009092529 / 1125899906842624) * (6034827009092529 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** It does not hold at every beta: for eps = 1e-12 it fails at the double below the first threshold. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner a b) / (exp(inner a a) + exp(inner a b) + exp(inner a c) + exp(inner a d)) + exp(inner a c) /
      (exp(inner a a) + exp(inner a b) + exp(inner a c) + exp(inner a d)) + exp(inner a d) / (exp(inner a a) +
      exp(inner a b) + exp(inner a c) + exp(inner a d)) <= (1 / 1000000000000)).
Proof.
  assert (P : 0 < (377176688068283 / 70368744177664)) by lra; intros H; assert (frames : forall beta, frame
    beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4 beta 3]) by (intros; cbn; repeat constructor;
    cbn; ring);
  pose proof (frames (377176688068283 / 70368744177664)) as F;
  specialize (H _ _ _ _ _ _ F P); pose proof (threshold_1 _ _ _ _ _ _ F P) as G;
  match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;
  intros q H G; destruct G as [_ [_ [_ [_ [_ [_ [_ [_ [G _]]]]]]]]]; exact (Rlt_not_le _ _ (G (Rle_refl _)) H).
Qed.

End Reading6.

(** ** 8 mutually orthogonal tokens, within eps: conditional

    for all beta >= 0 and 8 mutually orthogonal tokens of norm beta: 1 - W_11 = sum_{j != 1} W_1j <= eps
    (the other rows are alike), for eps = 0.5, 0.1, 1e-3, 1e-6, 1e-12 *)
Module Reading7.

Lemma exp_le (x y : R) : x <= y -> exp x <= exp y.
Proof. intros [L | ->]; [left; apply exp_increasing; exact L | right; reflexivity]. Qed.
Lemma gap (x y : R) : x <= y -> exists t, 0 <= t /\ y = x + t.
Proof. exists (y - x); lra. Qed.
Lemma quotient_le (a b c d : R) : 0 < b -> 0 < d -> a * d <= c * b -> a / b <= c / d.
Proof.
  intros B D H; apply Rmult_le_reg_r with (b * d); [nra|].
  replace (a / b * (b * d)) with (a * d) by (field; lra).
  replace (c / d * (b * d)) with (c * b) by (field; lra); exact H.
Qed.
Lemma squares_le (x y : R) : 0 <= x <= y -> x * x <= y * y.
Proof. nra. Qed.

(** 1 - W_11: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_1 :
  forall (V : space) (e1 e2 e3 e4 e5 e6 e7 e8 : vector V) (beta : R),
    frame beta [e1; e2; e3; e4; e5; e6; e7; e8] -> 0 < beta ->
    forall q : R, q = exp(inner e1 e2) / (exp(inner e1 e1) + exp(inner e1 e2) + exp(inner e1 e3) + exp(inner
      e1 e4) + exp(inner e1 e5) + exp(inner e1 e6) + exp(inner e1 e7) + exp(inner e1 e8)) + exp(inner e1 e3) /
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
      e1 e7) + exp(inner e1 e8)) ->
    (beta <= (6282336085807789 / 4503599627370496) -> (1 / 2) < q) /\ ((3141168042903895 / 2251799813685248)
      <= beta -> q <= (1 / 2)) /\
    (beta <= (4583469089123061 / 2251799813685248) -> (1 / 10) < q) /\ ((2291734544561531 /
      1125899906842624) <= beta -> q <= (1 / 10)) /\
    (beta <= (3349938209761965 / 1125899906842624) -> (1 / 1000) < q) /\ ((6699876419523931 /
      2251799813685248) <= beta -> q <= (1 / 1000)) /\
    (beta <= (8939792649061115 / 2251799813685248) -> (1 / 1000000) < q) /\ ((2234948162265279 /
      562949953421312) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (6123170312098513 / 1125899906842624) -> (1 / 1000000000000) < q) /\ ((3061585156049257 /
      562949953421312) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V e1 e2 e3 e4 e5 e6 e7 e8 beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (7)/((v) + 7) <= (7)/((u) + 7))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (7*t)); [ field | nonneg ] ]);
  assert (N : q = (7)/((exp (beta * beta)) + 7))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((7)/(((31525197391593459 / 4503599627370496)) + 7)); [ interval with
      (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6282336085807789 / 4503599627370496) * (6282336085807789 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((7)/(((31525197391593477 / 4503599627370496)) + 7)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3141168042903895 / 2251799813685248) * (3141168042903895 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((7)/(((1108307720798207 / 17592186044416)) + 7)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((4583469089123061 / 2251799813685248) * (4583469089123061 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((7)/(((17732923532771335 / 281474976710656)) + 7)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2291734544561531 / 1125899906842624) * (2291734544561531 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((7)/(((7688884813037551 / 1099511627776)) + 7)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((3349938209761965 / 1125899906842624) * (3349938209761965 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((7)/(((7688884813037571 / 1099511627776)) + 7)); [ apply M; [ lra |
    apply Rle_trans with (exp ((6699876419523931 / 2251799813685248) * (6699876419523931 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((7)/(((7696573697850588947 / 1099511627776)) + 7)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((8939792649061115 / 2251799813685248) * (8939792649061115 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((7)/(((7696573697850616085 / 1099511627776)) + 7)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2234948162265279 / 562949953421312) * (2234948162265279 /
      562949953421312))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((7)/(((962072674303032151861975 / 137438953472)) + 7)); [ interval
    with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6123170312098513 / 1125899906842624) * (6123170312098513 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((7)/(((3848290697212165784473407 / 549755813888)) + 7)); [ apply M; [
    lra |
    apply Rle_trans with (exp ((3061585156049257 / 562949953421312) * (3061585156049257 /
      562949953421312))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** It does not hold at every beta: for eps = 1e-12 it fails at the double below the first threshold. *)
Theorem fails :
  ~ (forall (V : space) (e1 e2 e3 e4 e5 e6 e7 e8 : vector V) (beta : R),
    frame beta [e1; e2; e3; e4; e5; e6; e7; e8] -> 0 < beta ->
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
      e1 e7) + exp(inner e1 e8)) <= (1 / 1000000000000)).
Proof.
  assert (P : 0 < (6123170312098513 / 1125899906842624)) by lra; intros H; assert (frames : forall beta,
    frame beta [axis 8 beta 0; axis 8 beta 1; axis 8 beta 2; axis 8 beta 3; axis 8 beta 4; axis 8 beta 5; axis
    8 beta 6; axis 8 beta 7]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames (6123170312098513 / 1125899906842624)) as F;
  specialize (H _ _ _ _ _ _ _ _ _ _ F P); pose proof (threshold_1 _ _ _ _ _ _ _ _ _ _ F P) as G;
  match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;
  intros q H G; destruct G as [_ [_ [_ [_ [_ [_ [_ [_ [G _]]]]]]]]]; exact (Rlt_not_le _ _ (G (Rle_refl _)) H).
Qed.

End Reading7.

(** ** a token that is part of another: proved

    for all beta >= 0 and x_1 = a, x_2 = a + b: W_11 = W_12 = 1/2 *)
Module Reading8.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 <= beta ->
    exp(inner a a) / (exp(inner a a) + exp(inner a (vadd a b))) = (1 / 2) /\
    exp(inner a (vadd a b)) / (exp(inner a a) + exp(inner a (vadd a b))) = (1 / 2).
Proof.
  intros V a b beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_from (beta * beta) ltac:(nonneg)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Reading8.

(** ** two tokens, neither part of the other: proved

    for all non-empty I, J within {a, b, c}, neither within the other, and x_1 = sum of I, x_2 = sum of J:
    W_11 and W_22 tend to 1 as beta grows *)
Module Reading9.

Module Part1.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = a, x_2 = b: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta) (b
      beta)))) p_infty (1) /\
    is_lim (fun beta => exp(inner (b beta) (b beta)) / (exp(inner (b beta) (a beta)) + exp(inner (b beta) (b
      beta)))) p_infty (1).
Proof.
  intros V a b c F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

End Part1.

Module Part2.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = a, x_2 = c: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta) (c
      beta)))) p_infty (1) /\
    is_lim (fun beta => exp(inner (c beta) (c beta)) / (exp(inner (c beta) (a beta)) + exp(inner (c beta) (c
      beta)))) p_infty (1).
Proof.
  intros V a b c F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

End Part2.

Module Part3.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = a, x_2 = b + c: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the
    width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta)
      (vadd (b beta) (c beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (b beta) (c beta)) (vadd (b beta) (c beta))) / (exp(inner (vadd (b
      beta) (c beta)) (a beta)) + exp(inner (vadd (b beta) (c beta)) (vadd (b beta) (c beta))))) p_infty (1).
Proof.
  intros V a b c F;
  refine (conj _ _); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + w + 1) / (w^3 + 3*w^2 + 4*w + 2))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((w^2 + 3*w + 3) / (w^3 + 3*w^2 + 4*w + 2))); [ field; nonzero | nonneg ]) ] ]
      ]) ].
Qed.

End Part3.

Module Part4.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = b, x_2 = c: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (b beta) (b beta)) / (exp(inner (b beta) (b beta)) + exp(inner (b beta) (c
      beta)))) p_infty (1) /\
    is_lim (fun beta => exp(inner (c beta) (c beta)) / (exp(inner (c beta) (b beta)) + exp(inner (c beta) (c
      beta)))) p_infty (1).
Proof.
  intros V a b c F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

End Part4.

Module Part5.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = b, x_2 = a + c: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the
    width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (b beta) (b beta)) / (exp(inner (b beta) (b beta)) + exp(inner (b beta)
      (vadd (a beta) (c beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (a beta) (c beta)) (vadd (a beta) (c beta))) / (exp(inner (vadd (a
      beta) (c beta)) (b beta)) + exp(inner (vadd (a beta) (c beta)) (vadd (a beta) (c beta))))) p_infty (1).
Proof.
  intros V a b c F;
  refine (conj _ _); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + w + 1) / (w^3 + 3*w^2 + 4*w + 2))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((w^2 + 3*w + 3) / (w^3 + 3*w^2 + 4*w + 2))); [ field; nonzero | nonneg ]) ] ]
      ]) ].
Qed.

End Part5.

Module Part6.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = c, x_2 = a + b: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the
    width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (c beta) (c beta)) / (exp(inner (c beta) (c beta)) + exp(inner (c beta)
      (vadd (a beta) (b beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (a beta) (b beta)) (vadd (a beta) (b beta))) / (exp(inner (vadd (a
      beta) (b beta)) (c beta)) + exp(inner (vadd (a beta) (b beta)) (vadd (a beta) (b beta))))) p_infty (1).
Proof.
  intros V a b c F;
  refine (conj _ _); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + w + 1) / (w^3 + 3*w^2 + 4*w + 2))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((w^2 + 3*w + 3) / (w^3 + 3*w^2 + 4*w + 2))); [ field; nonzero | nonneg ]) ] ]
      ]) ].
Qed.

End Part6.

Module Part7.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = a + b, x_2 = a + c: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the
    width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (vadd (a beta) (b beta)) (vadd (a beta) (b beta))) / (exp(inner (vadd (a
      beta) (b beta)) (vadd (a beta) (b beta))) + exp(inner (vadd (a beta) (b beta)) (vadd (a beta) (c
      beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (a beta) (c beta)) (vadd (a beta) (c beta))) / (exp(inner (vadd (a
      beta) (c beta)) (vadd (a beta) (b beta))) + exp(inner (vadd (a beta) (c beta)) (vadd (a beta) (c
      beta))))) p_infty (1).
Proof.
  intros V a b c F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

End Part7.

Module Part8.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = a + b, x_2 = b + c: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the
    width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (vadd (a beta) (b beta)) (vadd (a beta) (b beta))) / (exp(inner (vadd (a
      beta) (b beta)) (vadd (a beta) (b beta))) + exp(inner (vadd (a beta) (b beta)) (vadd (b beta) (c
      beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (b beta) (c beta)) (vadd (b beta) (c beta))) / (exp(inner (vadd (b
      beta) (c beta)) (vadd (a beta) (b beta))) + exp(inner (vadd (b beta) (c beta)) (vadd (b beta) (c
      beta))))) p_infty (1).
Proof.
  intros V a b c F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

End Part8.

Module Part9.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** x_1 = a + c, x_2 = b + c: W_11 and W_22 tend to 1: As beta grows, for all such vectors, whatever the
    width. *)
Theorem tends :
  forall (V : space) (a b c : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta]) ->
    is_lim (fun beta => exp(inner (vadd (a beta) (c beta)) (vadd (a beta) (c beta))) / (exp(inner (vadd (a
      beta) (c beta)) (vadd (a beta) (c beta))) + exp(inner (vadd (a beta) (c beta)) (vadd (b beta) (c
      beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (b beta) (c beta)) (vadd (b beta) (c beta))) / (exp(inner (vadd (b
      beta) (c beta)) (vadd (a beta) (c beta))) + exp(inner (vadd (b beta) (c beta)) (vadd (b beta) (c
      beta))))) p_infty (1).
Proof.
  intros V a b c F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*w + 3) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

End Part9.

End Reading9.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Reading2.tends_elsewhere, Reading2.fails,
  Reading3.Part1.holds, Reading3.Part2.holds, Reading3.Part3.holds, Reading3.Part4.holds,
  Reading3.Part5.holds, Reading4.threshold_1, Reading4.fails, Reading5.threshold_1, Reading5.fails,
  Reading6.threshold_1, Reading6.fails, Reading7.threshold_1, Reading7.fails, Reading8.holds,
  Reading9.Part1.tends, Reading9.Part2.tends, Reading9.Part3.tends, Reading9.Part4.tends,
  Reading9.Part5.tends, Reading9.Part6.tends, Reading9.Part7.tends, Reading9.Part8.tends,
  Reading9.Part9.tends).
Print Assumptions checked.
