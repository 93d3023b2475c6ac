(** * q2a-norm-x3-additive: refuted

    The norm of x_3 = c + d is the norm of c plus the norm of d.

    Write-up: question 2, a, line 36. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: refuted

    for all beta >= 0 and all orthogonal c, d of norm beta: ||c + d|| = ||c|| + ||d|| *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    sqrt(inner (vadd c d) (vadd c d)) < sqrt(inner c c) + sqrt(inner d d).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_roots beta;
  assert (1 < sqrt 2 < 2) by nra; nra.
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    sqrt(inner (vadd c d) (vadd c d)) = sqrt(inner c c) + sqrt(inner d d)).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F (Rlt_le _ _ Rlt_0_1));
  pose proof (fails_everywhere _ _ _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** charitable: proved

    for all beta >= 0 and all orthogonal c, d of norm beta: ||c + d||^2 = ||c||^2 + ||d||^2 *)
Module Reading2.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    inner (vadd c d) (vadd c d) = inner c c + inner d d.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  field; nonzero.
Qed.

End Reading2.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Reading2.holds).
Print Assumptions checked.
