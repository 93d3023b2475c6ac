(** * q2b-weights-diagonal-one: refuted

    Each token gives itself a weight of exactly 1.

    Write-up: question 2, b.2, lines 44, 50. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** literal (every beta): refuted

    for all beta > 0 and i in {1, 2, 3}: W_ii = 1 (at beta = 0 as well it is not: W_ii = 1/3) *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) < 1.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by ((w + 2) / (w^2 + 3*w + 3))); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) = 1 /\
    exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) = 1 /\
    exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) = 1).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** limit: proved

    for all i in {1, 2, 3}: W_ii is strictly increasing in beta > 0 and tends to 1 as beta grows *)
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

(** As beta grows, for all such vectors, whatever the width. *)
Theorem tends :
  forall (V : space) (a b c d : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta; d beta]) ->
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))) / (exp(inner (vadd (c
      beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner
      (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (1).
Proof.
  intros V a b c d F;
  refine (conj _ (conj _ _)); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ]) |
      (apply (le_by ((2*w^2 + 6*w + 5) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 2 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((4) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((4*w + 8) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ]) |
      (apply (le_by ((2*w^2 + 6*w + 5) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ]) ] ] ]) ].
Qed.

(** Every entry increases strictly with beta. *)
Theorem increases :
  forall (V : space) (a b c d : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta; d beta]) ->
    forall beta beta' : R, 0 < beta -> beta < beta' ->
    exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd
      (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b beta))
      (vadd (c beta) (d beta)))) < exp(inner (vadd (d beta') (b beta')) (vadd (d beta') (b beta'))) /
      (exp(inner (vadd (d beta') (b beta')) (vadd (d beta') (b beta'))) + exp(inner (vadd (d beta') (b beta'))
      (a beta')) + exp(inner (vadd (d beta') (b beta')) (vadd (c beta') (d beta')))) /\
    exp(inner (a beta) (a beta)) / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta)))) < exp(inner (a beta') (a beta')) / (exp(inner (a
      beta') (vadd (d beta') (b beta'))) + exp(inner (a beta') (a beta')) + exp(inner (a beta') (vadd (c
      beta') (d beta')))) /\
    exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))) / (exp(inner (vadd (c beta) (d beta)) (vadd
      (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta)))) < exp(inner (vadd (c beta') (d beta')) (vadd (c beta') (d beta'))) /
      (exp(inner (vadd (c beta') (d beta')) (vadd (d beta') (b beta'))) + exp(inner (vadd (c beta') (d beta'))
      (a beta')) + exp(inner (vadd (c beta') (d beta')) (vadd (c beta') (d beta')))).
Proof.
  intros V a b c d F beta beta' B B';
  pose proof (F beta B); pose proof (F beta' ltac:(lra));
  refine (conj _ (conj _ _)); in_frame;
  in_powers (beta * beta); in_powers (beta' * beta');
  destruct (exp_step (beta * beta) (beta' * beta') ltac:(positive) ltac:(nra)) as [w [t [[W E] [T E']]]];
    rewrite ?E, ?E';
  [
    (apply (lt_by ((t^2*w + t*w^2 + 2*t^2 + 4*t*w + 3*t) / (t^2*w^2 + 2*t*w^3 + w^4 + 3*t^2*w + 9*t*w^2 +
      6*w^3 + 3*t^2 + 15*t*w + 15*w^2 + 9*t + 18*w + 9))); [ field; nonzero | positive ])
  | (apply (lt_by ((2*t) / (t*w + w^2 + 3*t + 6*w + 9))); [ field; nonzero | positive ])
  | (apply (lt_by ((t^2*w + t*w^2 + 2*t^2 + 4*t*w + 3*t) / (t^2*w^2 + 2*t*w^3 + w^4 + 3*t^2*w + 9*t*w^2 +
    6*w^3 + 3*t^2 + 15*t*w + 15*w^2 + 9*t + 18*w + 9))); [ field; nonzero | positive ]) ].
Qed.

End Reading2.

(** ** within eps: conditional

    for all beta >= 0 and i in {1, 2, 3}: 1 - W_ii = sum_{j != i} W_ij <= eps, for eps = 0.5, 0.1, 1e-3,
    1e-6, 1e-12 *)
Module Reading3.

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
    forall q : R, q = exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a)
      + exp(inner (vadd d b) (vadd c d))) + exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d
      b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))) ->
    (beta <= (6248243062487133 / 9007199254740992) -> (1 / 2) < q) /\ ((3124121531243567 / 4503599627370496)
      <= beta -> q <= (1 / 2)) /\
    (beta <= (6820203910937387 / 4503599627370496) -> (1 / 10) < q) /\ ((1705050977734347 /
      1125899906842624) <= beta -> q <= (1 / 10)) /\
    (beta <= (1479579235732689 / 562949953421312) -> (1 / 1000) < q) /\ ((5918316942930757 /
      2251799813685248) <= beta -> q <= (1 / 1000)) /\
    (beta <= (8369764692334327 / 2251799813685248) -> (1 / 1000000) < q) /\ ((1046220586541791 /
      281474976710656) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (2959158685442777 / 562949953421312) -> (1 / 1000000000000) < q) /\ ((5918317370885555 /
      1125899906842624) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> ((v) + 1)/((v)^2 + (v) + 1) <= ((u) + 1)/((u)^2 + (u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^2*w + t*w^2 + 2*t^2 + 4*t*w + 3*t)); [
          field | nonneg ] ]);
  assert (N : q = ((exp (beta * beta)) + 1)/((exp (beta * beta))^2 + (exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((((58295818150454585 / 36028797018963968)) + 1)/(((58295818150454585
      / 36028797018963968))^2 + ((58295818150454585 / 36028797018963968)) + 1)); [ interval with (i_prec 160)
      | apply M; [ exact O |
    apply Rle_trans with (exp ((6248243062487133 / 9007199254740992) * (6248243062487133 /
      9007199254740992))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((910872158600853 / 562949953421312)) + 1)/(((910872158600853 /
    562949953421312))^2 + ((910872158600853 / 562949953421312)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3124121531243567 / 4503599627370496) * (3124121531243567 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((697236521783351 / 70368744177664)) + 1)/(((697236521783351 /
    70368744177664))^2 + ((697236521783351 / 70368744177664)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((6820203910937387 / 4503599627370496) * (6820203910937387 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((713970198306151851 / 72057594037927936)) + 1)/(((713970198306151851 /
    72057594037927936))^2 + ((713970198306151851 / 72057594037927936)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1705050977734347 / 1125899906842624) * (1705050977734347 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((137438816170211 / 137438953472)) + 1)/(((137438816170211 /
    137438953472))^2 + ((137438816170211 / 137438953472)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((1479579235732689 / 562949953421312) * (1479579235732689 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((549755264680845 / 549755813888)) + 1)/(((549755264680845 /
    549755813888))^2 + ((549755264680845 / 549755813888)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((5918316942930757 / 2251799813685248) * (5918316942930757 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((274877906943724683 / 274877906944)) + 1)/(((274877906943724683 /
    274877906944))^2 + ((274877906943724683 / 274877906944)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((8369764692334327 / 2251799813685248) * (8369764692334327 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((137438953471862795 / 137438953472)) + 1)/(((137438953471862795 /
    137438953472))^2 + ((137438953471862795 / 137438953472)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1046220586541791 / 281474976710656) * (1046220586541791 /
      281474976710656))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((549755813887996112495627 / 549755813888)) +
    1)/(((549755813887996112495627 / 549755813888))^2 + ((549755813887996112495627 / 549755813888)) + 1)); [
    interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((2959158685442777 / 562949953421312) * (2959158685442777 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((1099511627776002491635335 / 1099511627776)) +
    1)/(((1099511627776002491635335 / 1099511627776))^2 + ((1099511627776002491635335 / 1099511627776)) + 1));
    [ apply M; [ lra |
    apply Rle_trans with (exp ((5918317370885555 / 1125899906842624) * (5918317370885555 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** 1 - W_22: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_2 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a
      (vadd c d))) + exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c
      d))) ->
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
  intros V a b c d beta F B q Q;
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

(** 1 - W_33: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_3 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd
      c d) a) + exp(inner (vadd c d) (vadd c d))) + exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d
      b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))) ->
    (beta <= (6248243062487133 / 9007199254740992) -> (1 / 2) < q) /\ ((3124121531243567 / 4503599627370496)
      <= beta -> q <= (1 / 2)) /\
    (beta <= (6820203910937387 / 4503599627370496) -> (1 / 10) < q) /\ ((1705050977734347 /
      1125899906842624) <= beta -> q <= (1 / 10)) /\
    (beta <= (1479579235732689 / 562949953421312) -> (1 / 1000) < q) /\ ((5918316942930757 /
      2251799813685248) <= beta -> q <= (1 / 1000)) /\
    (beta <= (8369764692334327 / 2251799813685248) -> (1 / 1000000) < q) /\ ((1046220586541791 /
      281474976710656) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (2959158685442777 / 562949953421312) -> (1 / 1000000000000) < q) /\ ((5918317370885555 /
      1125899906842624) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> ((v) + 1)/((v)^2 + (v) + 1) <= ((u) + 1)/((u)^2 + (u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^2*w + t*w^2 + 2*t^2 + 4*t*w + 3*t)); [
          field | nonneg ] ]);
  assert (N : q = ((exp (beta * beta)) + 1)/((exp (beta * beta))^2 + (exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((((58295818150454585 / 36028797018963968)) + 1)/(((58295818150454585
      / 36028797018963968))^2 + ((58295818150454585 / 36028797018963968)) + 1)); [ interval with (i_prec 160)
      | apply M; [ exact O |
    apply Rle_trans with (exp ((6248243062487133 / 9007199254740992) * (6248243062487133 /
      9007199254740992))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((910872158600853 / 562949953421312)) + 1)/(((910872158600853 /
    562949953421312))^2 + ((910872158600853 / 562949953421312)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3124121531243567 / 4503599627370496) * (3124121531243567 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((697236521783351 / 70368744177664)) + 1)/(((697236521783351 /
    70368744177664))^2 + ((697236521783351 / 70368744177664)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((6820203910937387 / 4503599627370496) * (6820203910937387 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((713970198306151851 / 72057594037927936)) + 1)/(((713970198306151851 /
    72057594037927936))^2 + ((713970198306151851 / 72057594037927936)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1705050977734347 / 1125899906842624) * (1705050977734347 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((137438816170211 / 137438953472)) + 1)/(((137438816170211 /
    137438953472))^2 + ((137438816170211 / 137438953472)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((1479579235732689 / 562949953421312) * (1479579235732689 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((549755264680845 / 549755813888)) + 1)/(((549755264680845 /
    549755813888))^2 + ((549755264680845 / 549755813888)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((5918316942930757 / 2251799813685248) * (5918316942930757 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((274877906943724683 / 274877906944)) + 1)/(((274877906943724683 /
    274877906944))^2 + ((274877906943724683 / 274877906944)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((8369764692334327 / 2251799813685248) * (8369764692334327 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((137438953471862795 / 137438953472)) + 1)/(((137438953471862795 /
    137438953472))^2 + ((137438953471862795 / 137438953472)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1046220586541791 / 281474976710656) * (1046220586541791 /
      281474976710656))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((549755813887996112495627 / 549755813888)) +
    1)/(((549755813887996112495627 / 549755813888))^2 + ((549755813887996112495627 / 549755813888)) + 1)); [
    interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((2959158685442777 / 562949953421312) * (2959158685442777 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((1099511627776002491635335 / 1099511627776)) +
    1)/(((1099511627776002491635335 / 1099511627776))^2 + ((1099511627776002491635335 / 1099511627776)) + 1));
    [ apply M; [ lra |
    apply Rle_trans with (exp ((5918317370885555 / 1125899906842624) * (5918317370885555 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** It does not hold at every beta: for eps = 1e-12 it fails at the double below the first threshold. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d))) + exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner
      (vadd d b) a) + exp(inner (vadd d b) (vadd c d))) <= (1 / 1000000000000) /\
    exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) +
      exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) <= (1 /
      1000000000000) /\
    exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) + exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))) <= (1 / 1000000000000)).
Proof.
  assert (P : 0 < (2959158685442777 / 562949953421312)) by lra; intros H; assert (frames : forall beta,
    frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4 beta 3]) by (intros; cbn; repeat
    constructor; cbn; ring);
  pose proof (frames (2959158685442777 / 562949953421312)) as F;
  specialize (H _ _ _ _ _ _ F P); apply proj1 in H; pose proof (threshold_1 _ _ _ _ _ _ F P) as G;
  match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;
  intros q H G; destruct G as [_ [_ [_ [_ [_ [_ [_ [_ [G _]]]]]]]]]; exact (Rlt_not_le _ _ (G (Rle_refl _)) H).
Qed.

End Reading3.

(** ** within eps, scores divided by sqrt(d) with d = 4: conditional

    for all beta >= 0 and i in {1, 2, 3}, W the softmax of <x_i, x_j> / sqrt(4): 1 - W_ii = sum_{j != i}
    W_ij <= eps, for eps = 0.5, 0.1, 1e-3, 1e-6, 1e-12 *)
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
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp((1 / 2) * inner (vadd d b) a) / (exp((1 / 2) * inner (vadd d b) (vadd d b)) +
      exp((1 / 2) * inner (vadd d b) a) + exp((1 / 2) * inner (vadd d b) (vadd c d))) + exp((1 / 2) * inner
      (vadd d b) (vadd c d)) / (exp((1 / 2) * inner (vadd d b) (vadd d b)) + exp((1 / 2) * inner (vadd d b) a)
      + exp((1 / 2) * inner (vadd d b) (vadd c d))) ->
    (beta <= (4418175039986453 / 4503599627370496) -> (1 / 2) < q) /\ ((8836350079972907 / 9007199254740992)
      <= beta -> q <= (1 / 2)) /\
    (beta <= (4822612434498839 / 2251799813685248) -> (1 / 10) < q) /\ ((602826554312355 / 281474976710656)
      <= beta -> q <= (1 / 10)) /\
    (beta <= (4184882043557575 / 1125899906842624) -> (1 / 1000) < q) /\ ((8369764087115151 /
      2251799813685248) <= beta -> q <= (1 / 1000)) /\
    (beta <= (1479579342721335 / 281474976710656) -> (1 / 1000000) < q) /\ ((5918317370885341 /
      1125899906842624) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (4184882346167315 / 562949953421312) -> (1 / 1000000000000) < q) /\ ((8369764692334631 /
      1125899906842624) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> ((v) + 1)/((v)^2 + (v) + 1) <= ((u) + 1)/((u)^2 + (u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^2*w + t*w^2 + 2*t^2 + 4*t*w + 3*t)); [
          field | nonneg ] ]);
  assert (N : q = ((exp (beta * beta / 2)) + 1)/((exp (beta * beta / 2))^2 + (exp (beta * beta / 2)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta / 2);
  destruct (exp_above (beta * beta / 2) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta / 2)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((((14573954537613647 / 9007199254740992)) + 1)/(((14573954537613647 /
      9007199254740992))^2 + ((14573954537613647 / 9007199254740992)) + 1)); [ interval with (i_prec 160) |
      apply M; [ exact O |
    apply Rle_trans with (exp ((4418175039986453 / 4503599627370496) * (4418175039986453 / 4503599627370496)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((910872158600853 / 562949953421312)) + 1)/(((910872158600853 /
    562949953421312))^2 + ((910872158600853 / 562949953421312)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8836350079972907 / 9007199254740992) * (8836350079972907 / 9007199254740992)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((2788946087133405 / 281474976710656)) + 1)/(((2788946087133405 /
    281474976710656))^2 + ((2788946087133405 / 281474976710656)) + 1)); [ interval with (i_prec 160) | apply
    M; [ exact O |
    apply Rle_trans with (exp ((4822612434498839 / 2251799813685248) * (4822612434498839 / 2251799813685248)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((2788946087133407 / 281474976710656)) + 1)/(((2788946087133407 /
    281474976710656))^2 + ((2788946087133407 / 281474976710656)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((602826554312355 / 281474976710656) * (602826554312355 / 281474976710656) /
      2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le;
      lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((1099510529361689 / 1099511627776)) + 1)/(((1099510529361689 /
    1099511627776))^2 + ((1099510529361689 / 1099511627776)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((4184882043557575 / 1125899906842624) * (4184882043557575 / 1125899906842624)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((8796084234893519 / 8796093022208)) + 1)/(((8796084234893519 /
    8796093022208))^2 + ((8796084234893519 / 8796093022208)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8369764087115151 / 2251799813685248) * (8369764087115151 / 2251799813685248)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((549755813887448791 / 549755813888)) + 1)/(((549755813887448791 /
    549755813888))^2 + ((549755813887448791 / 549755813888)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((1479579342721335 / 281474976710656) * (1479579342721335 / 281474976710656) /
      2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((549755813887451357 / 549755813888)) + 1)/(((549755813887451357 /
    549755813888))^2 + ((549755813887451357 / 549755813888)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((5918317370885341 / 1125899906842624) * (5918317370885341 / 1125899906842624)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((549755813887998562623307 / 549755813888)) +
    1)/(((549755813887998562623307 / 549755813888))^2 + ((549755813887998562623307 / 549755813888)) + 1)); [
    interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((4184882346167315 / 562949953421312) * (4184882346167315 / 562949953421312) /
      2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((1099511627776004384860263 / 1099511627776)) +
    1)/(((1099511627776004384860263 / 1099511627776))^2 + ((1099511627776004384860263 / 1099511627776)) + 1));
    [ apply M; [ lra |
    apply Rle_trans with (exp ((8369764692334631 / 1125899906842624) * (8369764692334631 / 1125899906842624)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ] ].
Qed.

(** 1 - W_22: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_2 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp((1 / 2) * inner a (vadd d b)) / (exp((1 / 2) * inner a (vadd d b)) + exp((1 / 2) *
      inner a a) + exp((1 / 2) * inner a (vadd c d))) + exp((1 / 2) * inner a (vadd c d)) / (exp((1 / 2) *
      inner a (vadd d b)) + exp((1 / 2) * inner a a) + exp((1 / 2) * inner a (vadd c d))) ->
    (beta <= (5302583338662979 / 4503599627370496) -> (1 / 2) < q) /\ ((1325645834665745 / 1125899906842624)
      <= beta -> q <= (1 / 2)) /\
    (beta <= (5414042108280869 / 2251799813685248) -> (1 / 10) < q) /\ ((2707021054140435 /
      1125899906842624) <= beta -> q <= (1 / 10)) /\
    (beta <= (4389537624913665 / 1125899906842624) -> (1 / 1000) < q) /\ ((8779075249827331 /
      2251799813685248) <= beta -> q <= (1 / 1000)) /\
    (beta <= (6064966186730959 / 1125899906842624) -> (1 / 1000000) < q) /\ ((379060386670685 /
      70368744177664) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (8474095697124001 / 1125899906842624) -> (1 / 1000000000000) < q) /\ ((4237047848562001 /
      562949953421312) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (2)/((v) + 2) <= (2)/((u) + 2))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (2*t)); [ field | nonneg ] ]);
  assert (N : q = (2)/((exp (beta * beta / 2)) + 2))
    by (rewrite Q; in_frame; in_powers (beta * beta / 2);
  destruct (exp_above (beta * beta / 2) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta / 2)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((2)/(((36028797018963967 / 18014398509481984)) + 2)); [ interval with
      (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5302583338662979 / 4503599627370496) * (5302583338662979 / 4503599627370496)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((4503599627370497 / 2251799813685248)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1325645834665745 / 1125899906842624) * (1325645834665745 / 1125899906842624)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((2)/(((1266637395197951 / 70368744177664)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5414042108280869 / 2251799813685248) * (5414042108280869 / 2251799813685248)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((40532396646334471 / 2251799813685248)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2707021054140435 / 1125899906842624) * (2707021054140435 / 1125899906842624)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((2)/(((35149187716743153 / 17592186044416)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((4389537624913665 / 1125899906842624) * (4389537624913665 / 1125899906842624)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((1098412116148225 / 549755813888)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8779075249827331 / 2251799813685248) * (8779075249827331 / 2251799813685248)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((2)/(((1099510528264369487 / 549755813888)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6064966186730959 / 1125899906842624) * (6064966186730959 / 1125899906842624)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((1099510528264374747 / 549755813888)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((379060386670685 / 70368744177664) * (379060386670685 / 70368744177664) /
      2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le;
      lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((2)/(((2199023255549796148503173 / 1099511627776)) + 2)); [ interval
    with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((8474095697124001 / 1125899906842624) * (8474095697124001 / 1125899906842624)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((2)/(((549755813887452712178979 / 274877906944)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((4237047848562001 / 562949953421312) * (4237047848562001 / 562949953421312) /
      2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le;
      lra ] ] | interval with (i_prec 160) ] ].
Qed.

(** 1 - W_33: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_3 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp((1 / 2) * inner (vadd c d) (vadd d b)) / (exp((1 / 2) * inner (vadd c d) (vadd d
      b)) + exp((1 / 2) * inner (vadd c d) a) + exp((1 / 2) * inner (vadd c d) (vadd c d))) + exp((1 / 2) *
      inner (vadd c d) a) / (exp((1 / 2) * inner (vadd c d) (vadd d b)) + exp((1 / 2) * inner (vadd c d) a) +
      exp((1 / 2) * inner (vadd c d) (vadd c d))) ->
    (beta <= (4418175039986453 / 4503599627370496) -> (1 / 2) < q) /\ ((8836350079972907 / 9007199254740992)
      <= beta -> q <= (1 / 2)) /\
    (beta <= (4822612434498839 / 2251799813685248) -> (1 / 10) < q) /\ ((602826554312355 / 281474976710656)
      <= beta -> q <= (1 / 10)) /\
    (beta <= (4184882043557575 / 1125899906842624) -> (1 / 1000) < q) /\ ((8369764087115151 /
      2251799813685248) <= beta -> q <= (1 / 1000)) /\
    (beta <= (1479579342721335 / 281474976710656) -> (1 / 1000000) < q) /\ ((5918317370885341 /
      1125899906842624) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (4184882346167315 / 562949953421312) -> (1 / 1000000000000) < q) /\ ((8369764692334631 /
      1125899906842624) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> ((v) + 1)/((v)^2 + (v) + 1) <= ((u) + 1)/((u)^2 + (u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^2*w + t*w^2 + 2*t^2 + 4*t*w + 3*t)); [
          field | nonneg ] ]);
  assert (N : q = ((exp (beta * beta / 2)) + 1)/((exp (beta * beta / 2))^2 + (exp (beta * beta / 2)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta / 2);
  destruct (exp_above (beta * beta / 2) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta / 2)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((((14573954537613647 / 9007199254740992)) + 1)/(((14573954537613647 /
      9007199254740992))^2 + ((14573954537613647 / 9007199254740992)) + 1)); [ interval with (i_prec 160) |
      apply M; [ exact O |
    apply Rle_trans with (exp ((4418175039986453 / 4503599627370496) * (4418175039986453 / 4503599627370496)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((910872158600853 / 562949953421312)) + 1)/(((910872158600853 /
    562949953421312))^2 + ((910872158600853 / 562949953421312)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8836350079972907 / 9007199254740992) * (8836350079972907 / 9007199254740992)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((2788946087133405 / 281474976710656)) + 1)/(((2788946087133405 /
    281474976710656))^2 + ((2788946087133405 / 281474976710656)) + 1)); [ interval with (i_prec 160) | apply
    M; [ exact O |
    apply Rle_trans with (exp ((4822612434498839 / 2251799813685248) * (4822612434498839 / 2251799813685248)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((2788946087133407 / 281474976710656)) + 1)/(((2788946087133407 /
    281474976710656))^2 + ((2788946087133407 / 281474976710656)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((602826554312355 / 281474976710656) * (602826554312355 / 281474976710656) /
      2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le;
      lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((1099510529361689 / 1099511627776)) + 1)/(((1099510529361689 /
    1099511627776))^2 + ((1099510529361689 / 1099511627776)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((4184882043557575 / 1125899906842624) * (4184882043557575 / 1125899906842624)
      / 2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((8796084234893519 / 8796093022208)) + 1)/(((8796084234893519 /
    8796093022208))^2 + ((8796084234893519 / 8796093022208)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8369764087115151 / 2251799813685248) * (8369764087115151 / 2251799813685248)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((549755813887448791 / 549755813888)) + 1)/(((549755813887448791 /
    549755813888))^2 + ((549755813887448791 / 549755813888)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((1479579342721335 / 281474976710656) * (1479579342721335 / 281474976710656) /
      2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((549755813887451357 / 549755813888)) + 1)/(((549755813887451357 /
    549755813888))^2 + ((549755813887451357 / 549755813888)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((5918317370885341 / 1125899906842624) * (5918317370885341 / 1125899906842624)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((549755813887998562623307 / 549755813888)) +
    1)/(((549755813887998562623307 / 549755813888))^2 + ((549755813887998562623307 / 549755813888)) + 1)); [
    interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((4184882346167315 / 562949953421312) * (4184882346167315 / 562949953421312) /
      2)); [ apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply squares_le; lra | interval with (i_prec
      160) ] ] ]
  | intros L; apply Rle_trans with ((((1099511627776004384860263 / 1099511627776)) +
    1)/(((1099511627776004384860263 / 1099511627776))^2 + ((1099511627776004384860263 / 1099511627776)) + 1));
    [ apply M; [ lra |
    apply Rle_trans with (exp ((8369764692334631 / 1125899906842624) * (8369764692334631 / 1125899906842624)
      / 2)); [ interval with (i_prec 160) | apply exp_le; apply Rmult_le_compat_r; [ lra | ]; apply
      squares_le; lra ] ] | interval with (i_prec 160) ] ].
Qed.

(** It does not hold at every beta: for eps = 1e-12 it fails at the double below the first threshold. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp((1 / 2) * inner (vadd d b) a) / (exp((1 / 2) * inner (vadd d b) (vadd d b)) + exp((1 / 2) * inner
      (vadd d b) a) + exp((1 / 2) * inner (vadd d b) (vadd c d))) + exp((1 / 2) * inner (vadd d b) (vadd c d))
      / (exp((1 / 2) * inner (vadd d b) (vadd d b)) + exp((1 / 2) * inner (vadd d b) a) + exp((1 / 2) * inner
      (vadd d b) (vadd c d))) <= (1 / 1000000000000) /\
    exp((1 / 2) * inner a (vadd d b)) / (exp((1 / 2) * inner a (vadd d b)) + exp((1 / 2) * inner a a) +
      exp((1 / 2) * inner a (vadd c d))) + exp((1 / 2) * inner a (vadd c d)) / (exp((1 / 2) * inner a (vadd d
      b)) + exp((1 / 2) * inner a a) + exp((1 / 2) * inner a (vadd c d))) <= (1 / 1000000000000) /\
    exp((1 / 2) * inner (vadd c d) (vadd d b)) / (exp((1 / 2) * inner (vadd c d) (vadd d b)) + exp((1 / 2) *
      inner (vadd c d) a) + exp((1 / 2) * inner (vadd c d) (vadd c d))) + exp((1 / 2) * inner (vadd c d) a) /
      (exp((1 / 2) * inner (vadd c d) (vadd d b)) + exp((1 / 2) * inner (vadd c d) a) + exp((1 / 2) * inner
      (vadd c d) (vadd c d))) <= (1 / 1000000000000)).
Proof.
  assert (P : 0 < (4184882346167315 / 562949953421312)) by lra; intros H; assert (frames : forall beta,
    frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4 beta 3]) by (intros; cbn; repeat
    constructor; cbn; ring);
  pose proof (frames (4184882346167315 / 562949953421312)) as F;
  specialize (H _ _ _ _ _ _ F P); apply proj1 in H; pose proof (threshold_1 _ _ _ _ _ _ F P) as G;
  match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;
  intros q H G; destruct G as [_ [_ [_ [_ [_ [_ [_ [_ [G _]]]]]]]]]; exact (Rlt_not_le _ _ (G (Rle_refl _)) H).
Qed.

End Reading4.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Reading2.tends, Reading2.increases,
  Reading3.threshold_1, Reading3.threshold_2, Reading3.threshold_3, Reading3.fails, Reading4.threshold_1,
  Reading4.threshold_2, Reading4.threshold_3, Reading4.fails).
Print Assumptions checked.
