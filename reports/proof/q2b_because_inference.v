(** * q2b-because-inference: refuted

    A token whose score with itself is beta^2 gives itself, for that reason, the weight 1.

    Write-up: question 2, b.2, lines 48, 50. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: refuted

    for all beta > 0 and i in {1, 2, 3} with <x_i, x_i> = beta^2: W_ii = 1; only i = 2 is such a token,
    so: W_22 = 1 *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) < 1.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by ((2) / (w + 3))); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) = 1).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F Rlt_0_1);
  pose proof (fails_everywhere _ _ _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** second failure: self-score equal to beta^2 with zero margin: refuted

    a large score with itself is enough, so for the tokens x_1 = x_2 = a, of self-score beta^2: W_11 and
    W_22 tend to 1 as beta grows *)
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
  forall (V : space) (a : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta]) ->
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta) (a
      beta)))) p_infty (1/2).
Proof.
  intros V a F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w + 1))); [ field; nonzero | nonneg ]) | (apply (le_by
      ((1) / (w + 1))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

(** The statement does not hold: a limit is unique. *)
Theorem fails :
  ~ (forall (V : space) (a : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta]) ->
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta) (a
      beta)))) p_infty (1) /\
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta) (a
      beta)))) p_infty (1)).
Proof.
  intros H; assert (F : forall beta, 0 < beta -> frame beta [axis 1 beta 0])
    by (intros; cbn; repeat constructor; cbn; ring);
  specialize (H (coordinates 1) (fun beta => axis 1 beta 0) F); pose proof (tends_elsewhere (coordinates 1)
    (fun beta => axis 1 beta 0) F) as G;
  apply proj1 in H; apply is_lim_unique in H; apply is_lim_unique in G;
  rewrite H in G; injection G; lra.
Qed.

End Reading2.

(** ** zero margin leaves an even split: proved

    for all beta >= 0 and x_1 = x_2 = a: every weight is 1/2; what counts is the margin of the own score
    over the others, here 0 *)
Module Reading3.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a : vector V) (beta : R),
    frame beta [a] -> 0 <= beta ->
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) = (1 / 2) /\
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) = (1 / 2) /\
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) = (1 / 2) /\
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) = (1 / 2).
Proof.
  intros V a beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_from (beta * beta) ltac:(nonneg)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Reading3.

(** ** repair: proved

    x_2 has score beta^2 with itself and 0 with both others, so for all beta >= 0: W_22 = e^(beta^2) /
    (e^(beta^2) + 2), and W_22 strictly increases to 1 as beta grows *)
Module Repair.

Module Part1.

(** for all beta >= 0: W_22 = e^(beta^2) / (e^(beta^2) + 2): For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) = exp(beta * beta)
      / (exp(beta * beta) + 2).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_from (beta * beta) ltac:(nonneg)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
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

(** W_22 is strictly increasing in beta > 0 and tends to 1: As beta grows, for all such vectors, whatever
    the width. *)
Theorem tends :
  forall (V : space) (a b c d : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta; d beta]) ->
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))))) p_infty (1).
Proof.
  intros V a b c d F;
  repeat apply conj; (apply (tends_by 2 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((4) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((4*w + 8) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) ] ] ]).
Qed.

(** W_22 is strictly increasing in beta > 0 and tends to 1: Every entry increases strictly with beta. *)
Theorem increases :
  forall (V : space) (a b c d : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta; d beta]) ->
    forall beta beta' : R, 0 < beta -> beta < beta' ->
    exp(inner (a beta) (a beta)) / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta)))) < exp(inner (a beta') (a beta')) / (exp(inner (a
      beta') (vadd (d beta') (b beta'))) + exp(inner (a beta') (a beta')) + exp(inner (a beta') (vadd (c
      beta') (d beta')))).
Proof.
  intros V a b c d F beta beta' B B';
  pose proof (F beta B); pose proof (F beta' ltac:(lra));
  repeat apply conj; in_frame;
  in_powers (beta * beta); in_powers (beta' * beta');
  destruct (exp_step (beta * beta) (beta' * beta') ltac:(positive) ltac:(nra)) as [w [t [[W E] [T E']]]];
    rewrite ?E, ?E';
  (apply (lt_by ((2*t) / (t*w + w^2 + 3*t + 6*w + 9))); [ field; nonzero | positive ]).
Qed.

End Part2.

End Repair.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Reading2.tends_elsewhere, Reading2.fails,
  Reading3.holds, Repair.Part1.holds, Repair.Part2.tends, Repair.Part2.increases).
Print Assumptions checked.
