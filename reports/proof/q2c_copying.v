(** * q2c-copying: refuted

    The layer copies its inputs to its outputs.

    Write-up: question 2, c, line 63. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** exact: refuted

    for all beta > 0 and i in {1, 2, 3}: y_i = x_i (at beta = 0 all are the zero vector) *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) a / beta > inner (vadd d b) a / beta.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by ((beta) / (w^2 + 3*w + 3))); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) a / beta = inner (vadd d b) a / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) b / beta = inner (vadd d b) b / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) c / beta = inner (vadd d b) c / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) d / beta = inner (vadd d b) d / beta /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd d b)) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) a)) (vscale (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd c d))) a / beta = inner a a / beta /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd d b)) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) a)) (vscale (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd c d))) b / beta = inner a b / beta /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd d b)) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) a)) (vscale (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd c d))) c / beta = inner a c / beta /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd d b)) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) a)) (vscale (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd c d))) d / beta = inner a d / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd c d)
      a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))))
      a)) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d)))) (vadd c d))) a / beta = inner (vadd c d) a / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd c d)
      a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))))
      a)) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d)))) (vadd c d))) b / beta = inner (vadd c d) b / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd c d)
      a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))))
      a)) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d)))) (vadd c d))) c / beta = inner (vadd c d) c / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd c d)
      a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))))
      a)) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d)))) (vadd c d))) d / beta = inner (vadd c d) d / beta).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** approximate: conditional

    for all beta > 0 and i in {1, 2, 3}: ||y_i - x_i|| / ||x_i|| <= delta, squared to stay rational: ||y_i
    - x_i||^2 / ||x_i||^2 <= eps with eps = delta^2, for delta = 0.5, 0.1, 1e-3, 1e-6, 1e-12 *)
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

(** (||y_1 - x_1|| / ||x_1||)^2: for each eps, above it up to a double, and at most eps from the next
    double on. *)
Theorem threshold_1 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b)
      (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd (vadd d b) (vscale (-1)
      (vadd d b)))) (vscale (exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d
      b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd a (vscale (-1) (vadd d b))))) (vscale (exp(inner (vadd
      d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b)
      (vadd c d)))) (vadd (vadd c d) (vscale (-1) (vadd d b))))) (vadd (vadd (vscale (exp(inner (vadd d b)
      (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c
      d)))) (vadd (vadd d b) (vscale (-1) (vadd d b)))) (vscale (exp(inner (vadd d b) a) / (exp(inner (vadd d
      b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd a (vscale (-1) (vadd
      d b))))) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd
      d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd (vadd c d) (vscale (-1) (vadd d b))))) / inner (vadd
      d b) (vadd d b) ->
    (beta <= (5351917016720525 / 9007199254740992) -> (1 / 4) < q) /\ ((2675958508360263 / 4503599627370496)
      <= beta -> q <= (1 / 4)) /\
    (beta <= (6755341279251131 / 4503599627370496) -> (1 / 100) < q) /\ ((1688835319812783 /
      1125899906842624) <= beta -> q <= (1 / 100)) /\
    (beta <= (1479525767204341 / 562949953421312) -> (1 / 1000000) < q) /\ ((5918103068817365 /
      2251799813685248) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (4184882270439305 / 1125899906842624) -> (1 / 1000000000000) < q) /\ ((8369764540878611 /
      2251799813685248) <= beta -> q <= (1 / 1000000000000)) /\
    (beta <= (5918317370885501 / 1125899906842624) -> (1 / 1000000000000000000000000) < q) /\
      ((2959158685442751 / 562949953421312) <= beta -> q <= (1 / 1000000000000000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> ((v)^2 + (v) + 3/2)/((v)^4 + 2*(v)^3 + 3*(v)^2 + 2*(v) + 1) <=
    ((u)^2 + (u) + 3/2)/((u)^4 + 2*(u)^3 + 3*(u)^2 + 2*(u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^4*w^2 + 4*t^3*w^3 + 5*t^2*w^4 + 2*t*w^5 +
          3*t^4*w + 18*t^3*w^2 + 30*t^2*w^3 + 15*t*w^4 + 7/2*t^4 + 32*t^3*w + 75*t^2*w^2 + 50*t*w^3 + 21*t^3 +
          90*t^2*w + 90*t*w^2 + 87/2*t^2 + 87*t*w + 36*t)); [ field | nonneg ] ]);
  assert (N : q = ((exp (beta * beta))^2 + (exp (beta * beta)) + 3/2)/((exp (beta * beta))^4 + 2*(exp (beta
    * beta))^3 + 3*(exp (beta * beta))^2 + 2*(exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((((1641075118032508131 / 1152921504606846976))^2 +
      ((1641075118032508131 / 1152921504606846976)) + 3/2)/(((1641075118032508131 / 1152921504606846976))^4 +
      2*((1641075118032508131 / 1152921504606846976))^3 + 3*((1641075118032508131 / 1152921504606846976))^2 +
      2*((1641075118032508131 / 1152921504606846976)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O
      |
    apply Rle_trans with (exp ((5351917016720525 / 9007199254740992) * (5351917016720525 /
      9007199254740992))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((6410449679814485 / 4503599627370496))^2 + ((6410449679814485 /
    4503599627370496)) + 3/2)/(((6410449679814485 / 4503599627370496))^4 + 2*((6410449679814485 /
    4503599627370496))^3 + 3*((6410449679814485 / 4503599627370496))^2 + 2*((6410449679814485 /
    4503599627370496)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2675958508360263 / 4503599627370496) * (2675958508360263 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((667614189763991 / 70368744177664))^2 + ((667614189763991 /
    70368744177664)) + 3/2)/(((667614189763991 / 70368744177664))^4 + 2*((667614189763991 / 70368744177664))^3
    + 3*((667614189763991 / 70368744177664))^2 + 2*((667614189763991 / 70368744177664)) + 1)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6755341279251131 / 4503599627370496) * (6755341279251131 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((5340913518111931 / 562949953421312))^2 + ((5340913518111931 /
    562949953421312)) + 3/2)/(((5340913518111931 / 562949953421312))^4 + 2*((5340913518111931 /
    562949953421312))^3 + 3*((5340913518111931 / 562949953421312))^2 + 2*((5340913518111931 /
    562949953421312)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1688835319812783 / 1125899906842624) * (1688835319812783 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((1098961734523011 / 1099511627776))^2 + ((1098961734523011 /
    1099511627776)) + 3/2)/(((1098961734523011 / 1099511627776))^4 + 2*((1098961734523011 / 1099511627776))^3
    + 3*((1098961734523011 / 1099511627776))^2 + 2*((1098961734523011 / 1099511627776)) + 1)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((1479525767204341 / 562949953421312) * (1479525767204341 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((1098961734523013 / 1099511627776))^2 + ((1098961734523013 /
    1099511627776)) + 3/2)/(((1098961734523013 / 1099511627776))^4 + 2*((1098961734523013 / 1099511627776))^3
    + 3*((1098961734523013 / 1099511627776))^2 + 2*((1098961734523013 / 1099511627776)) + 1)); [ apply M; [
    lra |
    apply Rle_trans with (exp ((5918103068817365 / 2251799813685248) * (5918103068817365 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((549755539010022943 / 549755813888))^2 + ((549755539010022943 /
    549755813888)) + 3/2)/(((549755539010022943 / 549755813888))^4 + 2*((549755539010022943 / 549755813888))^3
    + 3*((549755539010022943 / 549755813888))^2 + 2*((549755539010022943 / 549755813888)) + 1)); [ interval
    with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((4184882270439305 / 1125899906842624) * (4184882270439305 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((549755539010024757 / 549755813888))^2 + ((549755539010024757 /
    549755813888)) + 3/2)/(((549755539010024757 / 549755813888))^4 + 2*((549755539010024757 / 549755813888))^3
    + 3*((549755539010024757 / 549755813888))^2 + 2*((549755539010024757 / 549755813888)) + 1)); [ apply M; [
    lra |
    apply Rle_trans with (exp ((8369764540878611 / 2251799813685248) * (8369764540878611 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((274877906943862023213733 / 274877906944))^2 +
    ((274877906943862023213733 / 274877906944)) + 3/2)/(((274877906943862023213733 / 274877906944))^4 +
    2*((274877906943862023213733 / 274877906944))^3 + 3*((274877906943862023213733 / 274877906944))^2 +
    2*((274877906943862023213733 / 274877906944)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5918317370885501 / 1125899906842624) * (5918317370885501 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((274877906943864589874753 / 274877906944))^2 +
    ((274877906943864589874753 / 274877906944)) + 3/2)/(((274877906943864589874753 / 274877906944))^4 +
    2*((274877906943864589874753 / 274877906944))^3 + 3*((274877906943864589874753 / 274877906944))^2 +
    2*((274877906943864589874753 / 274877906944)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2959158685442751 / 562949953421312) * (2959158685442751 /
      562949953421312))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** (||y_2 - x_2|| / ||x_2||)^2: for each eps, above it up to a double, and at most eps from the next
    double on. *)
Theorem threshold_2 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd (vadd d b) (vscale (-1) a))) (vscale (exp(inner a a) /
      (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd a (vscale (-1) a)))) (vscale
      (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) a)))) (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd (vadd d b) (vscale (-1) a))) (vscale (exp(inner a a) /
      (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd a (vscale (-1) a)))) (vscale
      (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) a)))) / inner a a ->
    (beta <= (681218134509511 / 562949953421312) -> (1 / 4) < q) /\ ((5449745076076089 / 4503599627370496)
      <= beta -> q <= (1 / 4)) /\
    (beta <= (129534763356999 / 70368744177664) -> (1 / 100) < q) /\ ((8290224854847937 / 4503599627370496)
      <= beta -> q <= (1 / 100)) /\
    (beta <= (6392262456115141 / 2251799813685248) -> (1 / 1000000) < q) /\ ((3196131228057571 /
      1125899906842624) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (1088940888465003 / 281474976710656) -> (1 / 1000000000000) < q) /\ ((8711527107720025 /
      2251799813685248) <= beta -> q <= (1 / 1000000000000)) /\
    (beta <= (6040357372716463 / 1125899906842624) -> (1 / 1000000000000000000000000) < q) /\
      ((377522335794779 / 70368744177664) <= beta -> q <= (1 / 1000000000000000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> (10)/((v)^2 + 4*(v) + 4) <= (10)/((u)^2 + 4*(u) + 4))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (10*t^2 + 20*t*w + 60*t)); [ field | nonneg
          ] ]);
  assert (N : q = (10)/((exp (beta * beta))^2 + 4*(exp (beta * beta)) + 4))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((10)/(((2434508216151465 / 562949953421312))^2 + 4*((2434508216151465
      / 562949953421312)) + 4)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((681218134509511 / 562949953421312) * (681218134509511 / 562949953421312)));
      [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((10)/(((1217254108075733 / 281474976710656))^2 + 4*((1217254108075733 /
    281474976710656)) + 4)); [ apply M; [ lra |
    apply Rle_trans with (exp ((5449745076076089 / 4503599627370496) * (5449745076076089 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((10)/(((8338070354063911 / 281474976710656))^2 + 4*((8338070354063911
    / 281474976710656)) + 4)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((129534763356999 / 70368744177664) * (129534763356999 / 70368744177664))); [
      apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((10)/(((8338070354063917 / 281474976710656))^2 + 4*((8338070354063917 /
    281474976710656)) + 4)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8290224854847937 / 4503599627370496) * (8290224854847937 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((10)/(((3474762034355859 / 1099511627776))^2 + 4*((3474762034355859 /
    1099511627776)) + 4)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6392262456115141 / 2251799813685248) * (6392262456115141 /
      2251799813685248))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((10)/(((3474762034355867 / 1099511627776))^2 + 4*((3474762034355867 /
    1099511627776)) + 4)); [ apply M; [ lra |
    apply Rle_trans with (exp ((3196131228057571 / 1125899906842624) * (3196131228057571 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((10)/(((1738479429294079505 / 549755813888))^2 +
    4*((1738479429294079505 / 549755813888)) + 4)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((1088940888465003 / 281474976710656) * (1088940888465003 /
      281474976710656))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((10)/(((869239714647042739 / 274877906944))^2 + 4*((869239714647042739 /
    274877906944)) + 4)); [ apply M; [ lra |
    apply Rle_trans with (exp ((8711527107720025 / 2251799813685248) * (8711527107720025 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((10)/(((3476961057609190036441449 / 1099511627776))^2 +
    4*((3476961057609190036441449 / 1099511627776)) + 4)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6040357372716463 / 1125899906842624) * (6040357372716463 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((10)/(((3476961057609223171892739 / 1099511627776))^2 +
    4*((3476961057609223171892739 / 1099511627776)) + 4)); [ apply M; [ lra |
    apply Rle_trans with (exp ((377522335794779 / 70368744177664) * (377522335794779 / 70368744177664))); [
      interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval with (i_prec 160) ] ].
Qed.

(** (||y_3 - x_3|| / ||x_3||)^2: for each eps, above it up to a double, and at most eps from the next
    double on. *)
Theorem threshold_3 :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    forall q : R, q = inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d)
      (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd (vadd d b) (vscale (-1)
      (vadd c d)))) (vscale (exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c
      d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd a (vscale (-1) (vadd c d))))) (vscale (exp(inner (vadd
      c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d)
      (vadd c d)))) (vadd (vadd c d) (vscale (-1) (vadd c d))))) (vadd (vadd (vscale (exp(inner (vadd c d)
      (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c
      d)))) (vadd (vadd d b) (vscale (-1) (vadd c d)))) (vscale (exp(inner (vadd c d) a) / (exp(inner (vadd c
      d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd a (vscale (-1) (vadd
      c d))))) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd
      c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd (vadd c d) (vscale (-1) (vadd c d))))) / inner (vadd
      c d) (vadd c d) ->
    (beta <= (5351917016720525 / 9007199254740992) -> (1 / 4) < q) /\ ((2675958508360263 / 4503599627370496)
      <= beta -> q <= (1 / 4)) /\
    (beta <= (6755341279251131 / 4503599627370496) -> (1 / 100) < q) /\ ((1688835319812783 /
      1125899906842624) <= beta -> q <= (1 / 100)) /\
    (beta <= (1479525767204341 / 562949953421312) -> (1 / 1000000) < q) /\ ((5918103068817365 /
      2251799813685248) <= beta -> q <= (1 / 1000000)) /\
    (beta <= (4184882270439305 / 1125899906842624) -> (1 / 1000000000000) < q) /\ ((8369764540878611 /
      2251799813685248) <= beta -> q <= (1 / 1000000000000)) /\
    (beta <= (5918317370885501 / 1125899906842624) -> (1 / 1000000000000000000000000) < q) /\
      ((2959158685442751 / 562949953421312) <= beta -> q <= (1 / 1000000000000000000000000)).
Proof.
  intros V a b c d beta F B q Q;
  assert (M : forall u v, 1 <= u -> u <= v -> ((v)^2 + (v) + 3/2)/((v)^4 + 2*(v)^3 + 3*(v)^2 + 2*(v) + 1) <=
    ((u)^2 + (u) + 3/2)/((u)^4 + 2*(u)^3 + 3*(u)^2 + 2*(u) + 1))
    by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];
        apply quotient_le; [ positive | positive | apply (le_by (t^4*w^2 + 4*t^3*w^3 + 5*t^2*w^4 + 2*t*w^5 +
          3*t^4*w + 18*t^3*w^2 + 30*t^2*w^3 + 15*t*w^4 + 7/2*t^4 + 32*t^3*w + 75*t^2*w^2 + 50*t*w^3 + 21*t^3 +
          90*t^2*w + 90*t*w^2 + 87/2*t^2 + 87*t*w + 36*t)); [ field | nonneg ] ]);
  assert (N : q = ((exp (beta * beta))^2 + (exp (beta * beta)) + 3/2)/((exp (beta * beta))^4 + 2*(exp (beta
    * beta))^3 + 3*(exp (beta * beta))^2 + 2*(exp (beta * beta)) + 1))
    by (rewrite Q; in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w; field; nonzero);
  assert (O : 1 <= exp (beta * beta)) by (rewrite <- exp_0; apply exp_le; nonneg);
  clear Q; rewrite N;
  repeat apply conj; [
    intros L; apply Rlt_le_trans with ((((1641075118032508131 / 1152921504606846976))^2 +
      ((1641075118032508131 / 1152921504606846976)) + 3/2)/(((1641075118032508131 / 1152921504606846976))^4 +
      2*((1641075118032508131 / 1152921504606846976))^3 + 3*((1641075118032508131 / 1152921504606846976))^2 +
      2*((1641075118032508131 / 1152921504606846976)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O
      |
    apply Rle_trans with (exp ((5351917016720525 / 9007199254740992) * (5351917016720525 /
      9007199254740992))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((6410449679814485 / 4503599627370496))^2 + ((6410449679814485 /
    4503599627370496)) + 3/2)/(((6410449679814485 / 4503599627370496))^4 + 2*((6410449679814485 /
    4503599627370496))^3 + 3*((6410449679814485 / 4503599627370496))^2 + 2*((6410449679814485 /
    4503599627370496)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2675958508360263 / 4503599627370496) * (2675958508360263 /
      4503599627370496))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((667614189763991 / 70368744177664))^2 + ((667614189763991 /
    70368744177664)) + 3/2)/(((667614189763991 / 70368744177664))^4 + 2*((667614189763991 / 70368744177664))^3
    + 3*((667614189763991 / 70368744177664))^2 + 2*((667614189763991 / 70368744177664)) + 1)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((6755341279251131 / 4503599627370496) * (6755341279251131 /
      4503599627370496))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((5340913518111931 / 562949953421312))^2 + ((5340913518111931 /
    562949953421312)) + 3/2)/(((5340913518111931 / 562949953421312))^4 + 2*((5340913518111931 /
    562949953421312))^3 + 3*((5340913518111931 / 562949953421312))^2 + 2*((5340913518111931 /
    562949953421312)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((1688835319812783 / 1125899906842624) * (1688835319812783 /
      1125899906842624))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((1098961734523011 / 1099511627776))^2 + ((1098961734523011 /
    1099511627776)) + 3/2)/(((1098961734523011 / 1099511627776))^4 + 2*((1098961734523011 / 1099511627776))^3
    + 3*((1098961734523011 / 1099511627776))^2 + 2*((1098961734523011 / 1099511627776)) + 1)); [ interval with
    (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((1479525767204341 / 562949953421312) * (1479525767204341 /
      562949953421312))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((1098961734523013 / 1099511627776))^2 + ((1098961734523013 /
    1099511627776)) + 3/2)/(((1098961734523013 / 1099511627776))^4 + 2*((1098961734523013 / 1099511627776))^3
    + 3*((1098961734523013 / 1099511627776))^2 + 2*((1098961734523013 / 1099511627776)) + 1)); [ apply M; [
    lra |
    apply Rle_trans with (exp ((5918103068817365 / 2251799813685248) * (5918103068817365 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((549755539010022943 / 549755813888))^2 + ((549755539010022943 /
    549755813888)) + 3/2)/(((549755539010022943 / 549755813888))^4 + 2*((549755539010022943 / 549755813888))^3
    + 3*((549755539010022943 / 549755813888))^2 + 2*((549755539010022943 / 549755813888)) + 1)); [ interval
    with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((4184882270439305 / 1125899906842624) * (4184882270439305 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((549755539010024757 / 549755813888))^2 + ((549755539010024757 /
    549755813888)) + 3/2)/(((549755539010024757 / 549755813888))^4 + 2*((549755539010024757 / 549755813888))^3
    + 3*((549755539010024757 / 549755813888))^2 + 2*((549755539010024757 / 549755813888)) + 1)); [ apply M; [
    lra |
    apply Rle_trans with (exp ((8369764540878611 / 2251799813685248) * (8369764540878611 /
      2251799813685248))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ]
  | intros L; apply Rlt_le_trans with ((((274877906943862023213733 / 274877906944))^2 +
    ((274877906943862023213733 / 274877906944)) + 3/2)/(((274877906943862023213733 / 274877906944))^4 +
    2*((274877906943862023213733 / 274877906944))^3 + 3*((274877906943862023213733 / 274877906944))^2 +
    2*((274877906943862023213733 / 274877906944)) + 1)); [ interval with (i_prec 160) | apply M; [ exact O |
    apply Rle_trans with (exp ((5918317370885501 / 1125899906842624) * (5918317370885501 /
      1125899906842624))); [ apply exp_le; apply squares_le; lra | interval with (i_prec 160) ] ] ]
  | intros L; apply Rle_trans with ((((274877906943864589874753 / 274877906944))^2 +
    ((274877906943864589874753 / 274877906944)) + 3/2)/(((274877906943864589874753 / 274877906944))^4 +
    2*((274877906943864589874753 / 274877906944))^3 + 3*((274877906943864589874753 / 274877906944))^2 +
    2*((274877906943864589874753 / 274877906944)) + 1)); [ apply M; [ lra |
    apply Rle_trans with (exp ((2959158685442751 / 562949953421312) * (2959158685442751 /
      562949953421312))); [ interval with (i_prec 160) | apply exp_le; apply squares_le; lra ] ] | interval
      with (i_prec 160) ] ].
Qed.

(** It does not hold at every beta: for eps = 1e-24 it fails at the double below the first threshold. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd d b))))
      (vscale (exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d)))) (vadd a (vscale (-1) (vadd d b))))) (vscale (exp(inner (vadd d b)
      (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c
      d)))) (vadd (vadd c d) (vscale (-1) (vadd d b))))) (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b))
      / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd
      (vadd d b) (vscale (-1) (vadd d b)))) (vscale (exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d
      b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd a (vscale (-1) (vadd d b)))))
      (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a)
      + exp(inner (vadd d b) (vadd c d)))) (vadd (vadd c d) (vscale (-1) (vadd d b))))) / inner (vadd d b)
      (vadd d b) <= (1 / 1000000000000000000000000) /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd (vadd d b) (vscale (-1) a))) (vscale (exp(inner a a) / (exp(inner a
      (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd a (vscale (-1) a)))) (vscale (exp(inner a
      (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd (vadd c d)
      (vscale (-1) a)))) (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) (vadd (vadd d b) (vscale (-1) a))) (vscale (exp(inner a a) / (exp(inner a
      (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd a (vscale (-1) a)))) (vscale (exp(inner a
      (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd (vadd c d)
      (vscale (-1) a)))) / inner a a <= (1 / 1000000000000000000000000) /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd c d))))
      (vscale (exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d)))) (vadd a (vscale (-1) (vadd c d))))) (vscale (exp(inner (vadd c d)
      (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c
      d)))) (vadd (vadd c d) (vscale (-1) (vadd c d))))) (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b))
      / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd
      (vadd d b) (vscale (-1) (vadd c d)))) (vscale (exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d
      b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd a (vscale (-1) (vadd c d)))))
      (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a)
      + exp(inner (vadd c d) (vadd c d)))) (vadd (vadd c d) (vscale (-1) (vadd c d))))) / inner (vadd c d)
      (vadd c d) <= (1 / 1000000000000000000000000)).
Proof.
  assert (P : 0 < (5918317370885501 / 1125899906842624)) by lra; intros H; assert (frames : forall beta,
    frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4 beta 3]) by (intros; cbn; repeat
    constructor; cbn; ring);
  pose proof (frames (5918317370885501 / 1125899906842624)) as F;
  specialize (H _ _ _ _ _ _ F P); apply proj1 in H; pose proof (threshold_1 _ _ _ _ _ _ F P) as G;
  match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;
  intros q H G; destruct G as [_ [_ [_ [_ [_ [_ [_ [_ [G _]]]]]]]]]; exact (Rlt_not_le _ _ (G (Rle_refl _)) H).
Qed.

End Reading2.

(** ** converse (copying needs W=I): refuted

    for all beta > 0 and all tokens with Y = X: W = I; so, two equal tokens x_1 = x_2 = a being copied,
    also for them *)
Module Reading3.

Module Part1.

(** the premise, for all beta > 0 and x_1 = x_2 = a: y_1 = x_1 and y_2 = x_2: For all such vectors,
    whatever the width. *)
Theorem holds :
  forall (V : space) (a : vector V) (beta : R),
    frame beta [a] -> 0 < beta ->
    inner (vadd (vscale (exp(inner a a) / (exp(inner a a) + exp(inner a a))) a) (vscale (exp(inner a a) /
      (exp(inner a a) + exp(inner a a))) a)) a / beta = inner a a / beta /\
    inner (vadd (vscale (exp(inner a a) / (exp(inner a a) + exp(inner a a))) a) (vscale (exp(inner a a) /
      (exp(inner a a) + exp(inner a a))) a)) a / beta = inner a a / beta.
Proof.
  intros V a beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Part1.

Module Part2.

(** the conclusion, for all beta > 0 and x_1 = x_2 = a: W_11 = W_22 = 1 and W_12 = W_21 = 0: Entry 1 fails
    for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a : vector V) (beta : R),
    frame beta [a] -> 0 < beta ->
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) < 1.
Proof.
  intros V a beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by (1/2)); [ field; nonzero | positive ]).
Qed.

(** the conclusion, for all beta > 0 and x_1 = x_2 = a: W_11 = W_22 = 1 and W_12 = W_21 = 0: It does not
    hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a : vector V) (beta : R),
    frame beta [a] -> 0 < beta ->
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) = 1 /\
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) = 0 /\
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) = 0 /\
    exp(inner a a) / (exp(inner a a) + exp(inner a a)) = 1).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 1 beta 0]) by (intros; cbn; repeat constructor;
    cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Part2.

End Reading3.

(** ** limit: proved

    for all i in {1, 2, 3}: each coordinate of y_i - x_i along a, b, c, d tends to 0 as beta grows *)
Module Reading4.

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
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b
      beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (d beta) (b beta))))) (vscale (exp(inner (vadd (d beta) (b beta)) (a beta))
      / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (d beta) (b beta)))))) (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (d beta) (b beta)))))) (a beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b
      beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (d beta) (b beta))))) (vscale (exp(inner (vadd (d beta) (b beta)) (a beta))
      / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (d beta) (b beta)))))) (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (d beta) (b beta)))))) (b beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b
      beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (d beta) (b beta))))) (vscale (exp(inner (vadd (d beta) (b beta)) (a beta))
      / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (d beta) (b beta)))))) (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (d beta) (b beta)))))) (c beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b
      beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (d beta) (b beta))))) (vscale (exp(inner (vadd (d beta) (b beta)) (a beta))
      / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (d beta) (b beta)))))) (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (d beta) (b beta)))))) (d beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (a beta) (vadd (d beta) (b beta))) / (exp(inner
      (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d
      beta))))) (vadd (vadd (d beta) (b beta)) (vscale (-1) (a beta)))) (vscale (exp(inner (a beta) (a beta))
      / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta)
      (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1) (a beta))))) (vscale (exp(inner (a beta) (vadd
      (c beta) (d beta))) / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) +
      exp(inner (a beta) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta)) (vscale (-1) (a beta)))))
      (a beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (a beta) (vadd (d beta) (b beta))) / (exp(inner
      (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d
      beta))))) (vadd (vadd (d beta) (b beta)) (vscale (-1) (a beta)))) (vscale (exp(inner (a beta) (a beta))
      / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta)
      (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1) (a beta))))) (vscale (exp(inner (a beta) (vadd
      (c beta) (d beta))) / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) +
      exp(inner (a beta) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta)) (vscale (-1) (a beta)))))
      (b beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (a beta) (vadd (d beta) (b beta))) / (exp(inner
      (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d
      beta))))) (vadd (vadd (d beta) (b beta)) (vscale (-1) (a beta)))) (vscale (exp(inner (a beta) (a beta))
      / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta)
      (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1) (a beta))))) (vscale (exp(inner (a beta) (vadd
      (c beta) (d beta))) / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) +
      exp(inner (a beta) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta)) (vscale (-1) (a beta)))))
      (c beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (a beta) (vadd (d beta) (b beta))) / (exp(inner
      (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d
      beta))))) (vadd (vadd (d beta) (b beta)) (vscale (-1) (a beta)))) (vscale (exp(inner (a beta) (a beta))
      / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) + exp(inner (a beta)
      (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1) (a beta))))) (vscale (exp(inner (a beta) (vadd
      (c beta) (d beta))) / (exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) +
      exp(inner (a beta) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta)) (vscale (-1) (a beta)))))
      (d beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d
      beta)) (a beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (c beta) (d beta))))) (vscale (exp(inner (vadd (c beta) (d beta)) (a beta))
      / (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a
      beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (c beta) (d beta)))))) (vscale (exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a
      beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (c beta) (d beta)))))) (a beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d
      beta)) (a beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (c beta) (d beta))))) (vscale (exp(inner (vadd (c beta) (d beta)) (a beta))
      / (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a
      beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (c beta) (d beta)))))) (vscale (exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a
      beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (c beta) (d beta)))))) (b beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d
      beta)) (a beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (c beta) (d beta))))) (vscale (exp(inner (vadd (c beta) (d beta)) (a beta))
      / (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a
      beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (c beta) (d beta)))))) (vscale (exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a
      beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (c beta) (d beta)))))) (c beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d
      beta)) (a beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (c beta) (d beta))))) (vscale (exp(inner (vadd (c beta) (d beta)) (a beta))
      / (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a
      beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (c beta) (d beta)))))) (vscale (exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a
      beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (c beta) (d beta)))))) (d beta) / beta) p_infty (0).
Proof.
  intros V a b c d F;
  refine (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _
    _))))))))))); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta*w^2 + 4*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w^2 + 2*beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3)));
      [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ])
      | (apply (le_by ((2*beta*w^2 + 6*beta*w + 5*beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg
      ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*beta*w^2 + 5*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field;
      nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta*w^2 + 2*beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w^2 + 4*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3)));
      [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 2 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((4*beta) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) |
      (apply (le_by ((4*beta*w + 8*beta) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*beta*w + 4*beta) / (w^2 + 4*w + 3))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((2*beta) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*beta*w + 4*beta) / (w^2 + 4*w + 3))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((2*beta) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 2 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((4*beta*w + 8*beta) / (w^2 + 4*w + 3))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((4*beta) / (w^2 + 4*w + 3))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta*w^2 + 4*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w^2 + 2*beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3)));
      [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*beta*w^2 + 5*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field;
      nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ])
      | (apply (le_by ((2*beta*w^2 + 6*beta*w + 5*beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg
      ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta*w^2 + 2*beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w^2 + 4*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3)));
      [ field; nonzero | nonneg ]) ] ] ]) ].
Qed.

End Reading4.

(** ** the error without cancellation: proved

    for all beta >= 0 and i in {1, 2, 3}: y_i - x_i = sum_j W_ij (x_j - x_i), the weights of a row summing
    to 1 *)
Module Reading5.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) a / beta - inner (vadd d b) a / beta = inner (vadd
      (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d
      b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd d b)))) (vscale
      (exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d)))) (vadd a (vscale (-1) (vadd d b))))) (vscale (exp(inner (vadd d b) (vadd c d)) /
      (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) (vadd d b))))) a / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) b / beta - inner (vadd d b) b / beta = inner (vadd
      (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d
      b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd d b)))) (vscale
      (exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d)))) (vadd a (vscale (-1) (vadd d b))))) (vscale (exp(inner (vadd d b) (vadd c d)) /
      (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) (vadd d b))))) b / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) c / beta - inner (vadd d b) c / beta = inner (vadd
      (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d
      b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd d b)))) (vscale
      (exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d)))) (vadd a (vscale (-1) (vadd d b))))) (vscale (exp(inner (vadd d b) (vadd c d)) /
      (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) (vadd d b))))) c / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) d / beta - inner (vadd d b) d / beta = inner (vadd
      (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d
      b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd d b)))) (vscale
      (exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d)))) (vadd a (vscale (-1) (vadd d b))))) (vscale (exp(inner (vadd d b) (vadd c d)) /
      (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) (vadd d b))))) d / beta /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd d b)) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) a)) (vscale (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd c d))) a / beta - inner a a / beta = inner (vadd (vadd
      (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))))
      (vadd (vadd d b) (vscale (-1) a))) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd a (vscale (-1) a)))) (vscale (exp(inner a (vadd c d)) / (exp(inner a
      (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd (vadd c d) (vscale (-1) a)))) a / beta /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd d b)) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) a)) (vscale (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd c d))) b / beta - inner a b / beta = inner (vadd (vadd
      (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))))
      (vadd (vadd d b) (vscale (-1) a))) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd a (vscale (-1) a)))) (vscale (exp(inner a (vadd c d)) / (exp(inner a
      (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd (vadd c d) (vscale (-1) a)))) b / beta /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd d b)) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) a)) (vscale (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd c d))) c / beta - inner a c / beta = inner (vadd (vadd
      (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))))
      (vadd (vadd d b) (vscale (-1) a))) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd a (vscale (-1) a)))) (vscale (exp(inner a (vadd c d)) / (exp(inner a
      (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd (vadd c d) (vscale (-1) a)))) c / beta /\
    inner (vadd (vadd (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd d b)) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a
      a) + exp(inner a (vadd c d)))) a)) (vscale (exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) +
      exp(inner a a) + exp(inner a (vadd c d)))) (vadd c d))) d / beta - inner a d / beta = inner (vadd (vadd
      (vscale (exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))))
      (vadd (vadd d b) (vscale (-1) a))) (vscale (exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) +
      exp(inner a (vadd c d)))) (vadd a (vscale (-1) a)))) (vscale (exp(inner a (vadd c d)) / (exp(inner a
      (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d)))) (vadd (vadd c d) (vscale (-1) a)))) d / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd c d)
      a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))))
      a)) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d)))) (vadd c d))) a / beta - inner (vadd c d) a / beta = inner (vadd
      (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c
      d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd c d)))) (vscale
      (exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd
      c d) (vadd c d)))) (vadd a (vscale (-1) (vadd c d))))) (vscale (exp(inner (vadd c d) (vadd c d)) /
      (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) (vadd c d))))) a / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd c d)
      a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))))
      a)) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d)))) (vadd c d))) b / beta - inner (vadd c d) b / beta = inner (vadd
      (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c
      d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd c d)))) (vscale
      (exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd
      c d) (vadd c d)))) (vadd a (vscale (-1) (vadd c d))))) (vscale (exp(inner (vadd c d) (vadd c d)) /
      (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) (vadd c d))))) b / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd c d)
      a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))))
      a)) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d)))) (vadd c d))) c / beta - inner (vadd c d) c / beta = inner (vadd
      (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c
      d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd c d)))) (vscale
      (exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd
      c d) (vadd c d)))) (vadd a (vscale (-1) (vadd c d))))) (vscale (exp(inner (vadd c d) (vadd c d)) /
      (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) (vadd c d))))) c / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd c d)
      a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))))
      a)) (vscale (exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d)))) (vadd c d))) d / beta - inner (vadd c d) d / beta = inner (vadd
      (vadd (vscale (exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c
      d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd (vadd d b) (vscale (-1) (vadd c d)))) (vscale
      (exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd
      c d) (vadd c d)))) (vadd a (vscale (-1) (vadd c d))))) (vscale (exp(inner (vadd c d) (vadd c d)) /
      (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d)))) (vadd
      (vadd c d) (vscale (-1) (vadd c d))))) d / beta.
Proof.
  intros V a b c d beta F B;
  destruct B as [B | <-];
  [ | repeat apply conj; in_frame; unfold Rdiv; ring ];
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Reading5.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Reading2.threshold_1,
  Reading2.threshold_2, Reading2.threshold_3, Reading2.fails, Reading3.Part1.holds,
  Reading3.Part2.fails_everywhere, Reading3.Part2.fails, Reading4.tends, Reading5.holds).
Print Assumptions checked.
