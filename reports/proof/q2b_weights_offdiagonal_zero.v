(** * q2b-weights-offdiagonal-zero: refuted

    Each token gives every other token a weight of exactly 0.

    Write-up: question 2, b.2, line 45. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** literal: refuted

    for all beta > 0 and i != j in {1, 2, 3}: W_ij = 0 (at beta = 0 as well it is not: W_ij = 1/3) *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d))) > 0.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by ((1) / (w^2 + 3*w + 3))); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d))) = 0 /\
    exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) = 0 /\
    exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) = 0 /\
    exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) = 0 /\
    exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) = 0 /\
    exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd
      c d) (vadd c d))) = 0).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** within eps: conditional

    for all beta >= 0: max_{j != i} W_ij <= eps, that is W_ij <= eps for all i != j, for eps = 0.1, 1e-3,
    1e-6, 1e-12 (from eps = 1/3 on it always holds) *)
Module Reading2.

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

(** W_12: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_1 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a)
      + exp(inner (vadd d b) (vadd c d))) ->
    (beta <= (8698864383515867 / 9007199254740992) -> (1 / 10) < q) /\ ((2174716095878967 /
      2251799813685248) <= beta -> q <= (1 / 10)) /\
    (beta <= (2087492134509571 / 1125899906842624) -> (1 / 1000) < q) /\ ((8349968538038285 /
      4503599627370496) <= beta -> q <= (1 / 1000)) /\
    (beta <= (5918102961664385 / 2251799813685248) -> (1 / 1000000) < q) /\ ((2959051480832193 /
      1125899906842624) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (8369764540878535 / 2251799813685248) -> (1 / 1000000000000) < q) /\ ((1046220567609817 /
      281474976710656) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (1)/((v)^2 + (v) + 1) <= (1)/((u)^2 + (u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^2 + 2*t*w + 3*t)); [ field | nonneg ] ]);
  assert (N : q = (1)/((exp (beta * beta))^2 + (exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((1)/(((5722681859365945 / 2251799813685248))^2 + ((5722681859365945 /
      2251799813685248)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((8698864383515867 / 9007199254740992) * (8698864383515867 /
      9007199254740992))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((11445363718731891 / 4503599627370496))^2 + ((11445363718731891 /
    4503599627370496)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2174716095878967 / 2251799813685248) * (2174716095878967 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((8756944310426787 / 281474976710656))^2 + ((8756944310426787 /
    281474976710656)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((2087492134509571 / 1125899906842624) * (2087492134509571 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((8756944310426793 / 281474976710656))^2 + ((8756944310426793 /
    281474976710656)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8349968538038285 / 4503599627370496) * (8349968538038285 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((549480729822587 / 549755813888))^2 + ((549480729822587 /
    549755813888)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5918102961664385 / 2251799813685248) * (5918102961664385 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((137370182455647 / 137438953472))^2 + ((137370182455647 /
    137438953472)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2959051480832193 / 1125899906842624) * (2959051480832193 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((549755539009886825 / 549755813888))^2 + ((549755539009886825 /
    549755813888)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((8369764540878535 / 2251799813685248) * (8369764540878535 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((1099511078019777279 / 1099511627776))^2 + ((1099511078019777279 /
    1099511627776)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1046220567609817 / 281474976710656) * (1046220567609817 /
      281474976710656))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** W_13: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_2 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd
      d b) a) + exp(inner (vadd d b) (vadd c d))) ->
    (beta <= (6656563694535601 / 4503599627370496) -> (1 / 10) < q) /\ ((3328281847267801 /
      2251799813685248) <= beta -> q <= (1 / 10)) /\
    (beta <= (5917888329663347 / 2251799813685248) -> (1 / 1000) < q) /\ ((1479472082415837 /
      562949953421312) <= beta -> q <= (1 / 1000)) /\
    (beta <= (8369764389422285 / 2251799813685248) -> (1 / 1000000) < q) /\ ((4184882194711143 /
      1125899906842624) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (5918317370885447 / 1125899906842624) -> (1 / 1000000000000) < q) /\ ((739789671360681 /
      140737488355328) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> ((v))/((v)^2 + (v) + 1) <= ((u))/((u)^2 + (u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^2*w + t*w^2 + t^2 + 2*t*w)); [ field |
          nonneg ] ]);
  assert (N : q = ((exp (beta * beta)))/((exp (beta * beta))^2 + (exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((((312700480435871 / 35184372088832)))/(((312700480435871 /
      35184372088832))^2 + ((312700480435871 / 35184372088832)) + 1)); [ interval with (i_prec 160) | apply M;
      [ exact O |
    apply Rle_trans with (exp ((6656563694535601 / 4503599627370496) * (6656563694535601 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((2501603843486969 / 281474976710656)))/(((2501603843486969 /
    281474976710656))^2 + ((2501603843486969 / 281474976710656)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3328281847267801 / 2251799813685248) * (3328281847267801 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((34325344235465 / 34359738368)))/(((34325344235465 /
    34359738368))^2 + ((34325344235465 / 34359738368)) + 1)); [ interval with (i_prec 160) | apply M; [ exact
    O |
    apply Rle_trans with (exp ((5917888329663347 / 2251799813685248) * (5917888329663347 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((17574576248558109 / 17592186044416)))/(((17574576248558109 /
    17592186044416))^2 + ((17574576248558109 / 17592186044416)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1479472082415837 / 562949953421312) * (1479472082415837 /
      562949953421312))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((34359704008227217 / 34359738368)))/(((34359704008227217 /
    34359738368))^2 + ((34359704008227217 / 34359738368)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((8369764389422285 / 2251799813685248) * (8369764389422285 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((1099510528263274573 / 1099511627776)))/(((1099510528263274573 /
    1099511627776))^2 + ((1099510528263274573 / 1099511627776)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((4184882194711143 / 1125899906842624) * (4184882194711143 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((34359738367965427939829 /
    34359738368)))/(((34359738367965427939829 / 34359738368))^2 + ((34359738367965427939829 / 34359738368)) +
    1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5918317370885447 / 1125899906842624) * (5918317370885447 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((1099511627774903960718609 /
    1099511627776)))/(((1099511627774903960718609 / 1099511627776))^2 + ((1099511627774903960718609 /
    1099511627776)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((739789671360681 / 140737488355328) * (739789671360681 / 140737488355328)));
      [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval with (i_prec 160) ] ].
Qed.

(** W_21: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_3 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a
      (vadd c d))) ->
    (beta <= (6494311749153973 / 4503599627370496) -> (1 / 10) < q) /\ ((3247155874576987 /
      2251799813685248) <= beta -> q <= (1 / 10)) /\
    (beta <= (5917459686637261 / 2251799813685248) -> (1 / 1000) < q) /\ ((2958729843318631 /
      1125899906842624) <= beta -> q <= (1 / 1000)) /\
    (beta <= (1046220510813779 / 281474976710656) -> (1 / 1000000) < q) /\ ((8369764086510233 /
      2251799813685248) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (1479579342721335 / 281474976710656) -> (1 / 1000000000000) < q) /\ ((5918317370885341 /
      1125899906842624) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (1)/((v) + 2) <= (1)/((u) + 2))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t)); [ field | nonneg ] ]);
  assert (N : q = (1)/((exp (beta * beta)) + 2))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((1)/(((36028797018963963 / 4503599627370496)) + 2)); [ interval with
      (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6494311749153973 / 4503599627370496) * (6494311749153973 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((2251799813685249 / 281474976710656)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3247155874576987 / 2251799813685248) * (3247155874576987 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((1097312604520447 / 1099511627776)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5917459686637261 / 2251799813685248) * (5917459686637261 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((1097312604520449 / 1099511627776)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2958729843318631 / 1125899906842624) * (2958729843318631 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((1099509428752742533 / 1099511627776)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((1046220510813779 / 281474976710656) * (1046220510813779 /
      281474976710656))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((549754714376373081 / 549755813888)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8369764086510233 / 2251799813685248) * (8369764086510233 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((1099511627773795163157803 / 1099511627776)) + 2)); [ interval
    with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((1479579342721335 / 281474976710656) * (1479579342721335 /
      281474976710656))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((274877906943451357450471 / 274877906944)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((5918317370885341 / 1125899906842624) * (5918317370885341 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** W_23: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_4 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a
      (vadd c d))) ->
    (beta <= (6494311749153973 / 4503599627370496) -> (1 / 10) < q) /\ ((3247155874576987 /
      2251799813685248) <= beta -> q <= (1 / 10)) /\
    (beta <= (5917459686637261 / 2251799813685248) -> (1 / 1000) < q) /\ ((2958729843318631 /
      1125899906842624) <= beta -> q <= (1 / 1000)) /\
    (beta <= (1046220510813779 / 281474976710656) -> (1 / 1000000) < q) /\ ((8369764086510233 /
      2251799813685248) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (1479579342721335 / 281474976710656) -> (1 / 1000000000000) < q) /\ ((5918317370885341 /
      1125899906842624) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (1)/((v) + 2) <= (1)/((u) + 2))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t)); [ field | nonneg ] ]);
  assert (N : q = (1)/((exp (beta * beta)) + 2))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((1)/(((36028797018963963 / 4503599627370496)) + 2)); [ interval with
      (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6494311749153973 / 4503599627370496) * (6494311749153973 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((2251799813685249 / 281474976710656)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3247155874576987 / 2251799813685248) * (3247155874576987 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((1097312604520447 / 1099511627776)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5917459686637261 / 2251799813685248) * (5917459686637261 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((1097312604520449 / 1099511627776)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2958729843318631 / 1125899906842624) * (2958729843318631 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((1099509428752742533 / 1099511627776)) + 2)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((1046220510813779 / 281474976710656) * (1046220510813779 /
      281474976710656))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((549754714376373081 / 549755813888)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8369764086510233 / 2251799813685248) * (8369764086510233 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((1099511627773795163157803 / 1099511627776)) + 2)); [ interval
    with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((1479579342721335 / 281474976710656) * (1479579342721335 /
      281474976710656))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((274877906943451357450471 / 274877906944)) + 2)); [ apply M; [ lra |
    apply Rle_trans with (exp ((5918317370885341 / 1125899906842624) * (5918317370885341 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** W_31: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_5 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd
      c d) a) + exp(inner (vadd c d) (vadd c d))) ->
    (beta <= (6656563694535601 / 4503599627370496) -> (1 / 10) < q) /\ ((3328281847267801 /
      2251799813685248) <= beta -> q <= (1 / 10)) /\
    (beta <= (5917888329663347 / 2251799813685248) -> (1 / 1000) < q) /\ ((1479472082415837 /
      562949953421312) <= beta -> q <= (1 / 1000)) /\
    (beta <= (8369764389422285 / 2251799813685248) -> (1 / 1000000) < q) /\ ((4184882194711143 /
      1125899906842624) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (5918317370885447 / 1125899906842624) -> (1 / 1000000000000) < q) /\ ((739789671360681 /
      140737488355328) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> ((v))/((v)^2 + (v) + 1) <= ((u))/((u)^2 + (u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^2*w + t*w^2 + t^2 + 2*t*w)); [ field |
          nonneg ] ]);
  assert (N : q = ((exp (beta * beta)))/((exp (beta * beta))^2 + (exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((((312700480435871 / 35184372088832)))/(((312700480435871 /
      35184372088832))^2 + ((312700480435871 / 35184372088832)) + 1)); [ interval with (i_prec 160) | apply M;
      [ exact O |
    apply Rle_trans with (exp ((6656563694535601 / 4503599627370496) * (6656563694535601 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((2501603843486969 / 281474976710656)))/(((2501603843486969 /
    281474976710656))^2 + ((2501603843486969 / 281474976710656)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3328281847267801 / 2251799813685248) * (3328281847267801 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((34325344235465 / 34359738368)))/(((34325344235465 /
    34359738368))^2 + ((34325344235465 / 34359738368)) + 1)); [ interval with (i_prec 160) | apply M; [ exact
    O |
    apply Rle_trans with (exp ((5917888329663347 / 2251799813685248) * (5917888329663347 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((17574576248558109 / 17592186044416)))/(((17574576248558109 /
    17592186044416))^2 + ((17574576248558109 / 17592186044416)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1479472082415837 / 562949953421312) * (1479472082415837 /
      562949953421312))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((34359704008227217 / 34359738368)))/(((34359704008227217 /
    34359738368))^2 + ((34359704008227217 / 34359738368)) + 1)); [ interval with (i_prec 160) | apply M; [
    exact O |
    apply Rle_trans with (exp ((8369764389422285 / 2251799813685248) * (8369764389422285 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((1099510528263274573 / 1099511627776)))/(((1099510528263274573 /
    1099511627776))^2 + ((1099510528263274573 / 1099511627776)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((4184882194711143 / 1125899906842624) * (4184882194711143 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((34359738367965427939829 /
    34359738368)))/(((34359738367965427939829 / 34359738368))^2 + ((34359738367965427939829 / 34359738368)) +
    1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5918317370885447 / 1125899906842624) * (5918317370885447 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((1099511627774903960718609 /
    1099511627776)))/(((1099511627774903960718609 / 1099511627776))^2 + ((1099511627774903960718609 /
    1099511627776)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((739789671360681 / 140737488355328) * (739789671360681 / 140737488355328)));
      [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval with (i_prec 160) ] ].
Qed.

(** W_32: for each eps, above it up to a double, and at most eps from the next double on. *)
Theorem threshold_6 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a)
      + exp(inner (vadd c d) (vadd c d))) ->
    (beta <= (8698864383515867 / 9007199254740992) -> (1 / 10) < q) /\ ((2174716095878967 /
      2251799813685248) <= beta -> q <= (1 / 10)) /\
    (beta <= (2087492134509571 / 1125899906842624) -> (1 / 1000) < q) /\ ((8349968538038285 /
      4503599627370496) <= beta -> q <= (1 / 1000)) /\
    (beta <= (5918102961664385 / 2251799813685248) -> (1 / 1000000) < q) /\ ((2959051480832193 /
      1125899906842624) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (8369764540878535 / 2251799813685248) -> (1 / 1000000000000) < q) /\ ((1046220567609817 /
      281474976710656) <= beta -> q <= (1 / 1000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (1)/((v)^2 + (v) + 1) <= (1)/((u)^2 + (u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^2 + 2*t*w + 3*t)); [ field | nonneg ] ]);
  assert (N : q = (1)/((exp (beta * beta))^2 + (exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((1)/(((5722681859365945 / 2251799813685248))^2 + ((5722681859365945 /
      2251799813685248)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((8698864383515867 / 9007199254740992) * (8698864383515867 /
      9007199254740992))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((11445363718731891 / 4503599627370496))^2 + ((11445363718731891 /
    4503599627370496)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2174716095878967 / 2251799813685248) * (2174716095878967 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((8756944310426787 / 281474976710656))^2 + ((8756944310426787 /
    281474976710656)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((2087492134509571 / 1125899906842624) * (2087492134509571 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((8756944310426793 / 281474976710656))^2 + ((8756944310426793 /
    281474976710656)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8349968538038285 / 4503599627370496) * (8349968538038285 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((549480729822587 / 549755813888))^2 + ((549480729822587 /
    549755813888)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5918102961664385 / 2251799813685248) * (5918102961664385 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((137370182455647 / 137438953472))^2 + ((137370182455647 /
    137438953472)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2959051480832193 / 1125899906842624) * (2959051480832193 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((1)/(((549755539009886825 / 549755813888))^2 + ((549755539009886825 /
    549755813888)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((8369764540878535 / 2251799813685248) * (8369764540878535 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((1)/(((1099511078019777279 / 1099511627776))^2 + ((1099511078019777279 /
    1099511627776)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1046220567609817 / 281474976710656) * (1046220567609817 /
      281474976710656))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** It does not hold at every beta: for eps = 1e-12 it fails at the double below the first threshold. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d))) <= (1 / 1000000000000) /\
    exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) <= (1 / 1000000000000) /\
    exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) <= (1 /
      1000000000000) /\
    exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) <= (1 /
      1000000000000) /\
    exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) <= (1 / 1000000000000) /\
    exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd
      c d) (vadd c d))) <= (1 / 1000000000000)).
Proof.
  assert (P : 0 < (8369764540878535 / 2251799813685248)) by lra; intros H; assert (frames : forall beta,
    frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4 beta 3]) by (intros; cbn; repeat
    constructor; cbn; ring);
  pose proof (frames (8369764540878535 / 2251799813685248)) as F;
  specialize (H _ _ _ _ _ _ F P); apply proj1 in H; pose proof (threshold_1 _ _ _ _ _ _ F P) as G;
  match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;
  intros q H G; destruct G as [_ [_ [_ [_ [_ [_ [G _]]]]]]]; exact (Rlt_not_le _ _ (G (Rle_refl _)) H).
Qed.

End Reading2.

(** ** repair: proved

    for all i != j in {1, 2, 3}: W_ij tends to 0 as beta grows *)
Module Repair.

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
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (a beta)) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (a beta) (vadd (d beta) (b beta))) / (exp(inner (a beta) (vadd (d beta) (b
      beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (a beta) (vadd (c beta) (d beta))) / (exp(inner (a beta) (vadd (d beta) (b
      beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) / (exp(inner (vadd (c
      beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner
      (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (a beta)) / (exp(inner (vadd (c beta) (d beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d
      beta)) (vadd (c beta) (d beta))))) p_infty (0).
Proof.
  intros V a b c d F;
  refine (conj _ (conj _ (conj _ (conj _ (conj _ _))))); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + 4*w + 4) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((w^2 + 2*w + 2) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ]) ] ]
      ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*w^2 + 5*w + 4) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((w + 2) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*w + 4) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) |
      (apply (le_by ((2) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*w + 4) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) |
      (apply (le_by ((2) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*w^2 + 5*w + 4) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((w + 2) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + 4*w + 4) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((w^2 + 2*w + 2) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ]) ] ]
      ]) ].
Qed.

End Repair.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Reading2.threshold_1,
  Reading2.threshold_2, Reading2.threshold_3, Reading2.threshold_4, Reading2.threshold_5,
  Reading2.threshold_6, Reading2.fails, Repair.tends).
Print Assumptions checked.
