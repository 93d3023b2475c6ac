(** * q2b-self-dot-is-beta-squared: refuted

    The inner product of a token with itself is beta^2.

    Write-up: question 2, b.2, line 48. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal (all tokens): refuted

    for all beta > 0 and i in {1, 2, 3}: <x_i, x_i> = beta^2 *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd d b) (vadd d b) > 1 * (beta * beta).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  (apply (lt_by (beta^2)); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd d b) (vadd d b) = 1 * (beta * beta) /\
    inner a a = 1 * (beta * beta) /\
    inner (vadd c d) (vadd c d) = 1 * (beta * beta)).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** i=2: proved

    for all beta >= 0: <x_2, x_2> = beta^2 *)
Module Reading2.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    inner a a = 1 * (beta * beta).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  field; nonzero.
Qed.

End Reading2.

(** ** repair: proved

    for all beta >= 0: <x_2, x_2> = beta^2 and <x_1, x_1> = <x_3, x_3> = 2 beta^2 *)
Module Repair.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    inner (vadd d b) (vadd d b) = 2 * (beta * beta) /\
    inner a a = 1 * (beta * beta) /\
    inner (vadd c d) (vadd c d) = 2 * (beta * beta).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  field; nonzero.
Qed.

End Repair.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Reading2.holds, Repair.holds).
Print Assumptions checked.
