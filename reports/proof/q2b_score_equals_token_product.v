(** * q2b-score-equals-token-product: refuted

    What the write-up calls W_ij is the inner product of token i with token j.

    Write-up: question 2, b.1, line 36. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** as the score matrix S: proved

    for all beta >= 0 and i, j in {1, 2, 3}: S_ij = <q_i, k_j> = <x_i, x_j> when q_i = k_i = x_i *)
Module Reading1.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    inner (vadd d b) (vadd d b) = inner (vadd d b) (vadd d b) /\
    inner (vadd d b) a = inner (vadd d b) a /\
    inner (vadd d b) (vadd c d) = inner (vadd d b) (vadd c d) /\
    inner a (vadd d b) = inner a (vadd d b) /\
    inner a a = inner a a /\
    inner a (vadd c d) = inner a (vadd c d) /\
    inner (vadd c d) (vadd d b) = inner (vadd c d) (vadd d b) /\
    inner (vadd c d) a = inner (vadd c d) a /\
    inner (vadd c d) (vadd c d) = inner (vadd c d) (vadd c d).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  field; nonzero.
Qed.

End Reading1.

(** ** literal (same letter W as the softmax weight of line 42-45): refuted

    for all beta > 0: <x_1, x_1> = W_11 = 2 beta^2 (line 36) and, the letter being the same, <x_1, x_1> =
    W_11 = 1 (line 44) *)
Module Reading2.

Module Part1.

(** for all beta > 0: the score <x_1, x_1> is 2 beta^2: For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd d b) (vadd d b) = 2 * (beta * beta).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  field; nonzero.
Qed.

End Part1.

Module Part2.

(** for all beta > 0: the same number is 1: It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd d b) (vadd d b) = 1).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F Rlt_0_1);
  cbn in H; lra.
Qed.

End Part2.

End Reading2.

(** ** the nine scores: proved

    for all beta >= 0: S = beta^2 [[2, 0, 1], [0, 1, 0], [1, 0, 2]] *)
Module Reading3.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    inner (vadd d b) (vadd d b) = 2 * (beta * beta) /\
    inner (vadd d b) a = 0 * (beta * beta) /\
    inner (vadd d b) (vadd c d) = 1 * (beta * beta) /\
    inner a (vadd d b) = 0 * (beta * beta) /\
    inner a a = 1 * (beta * beta) /\
    inner a (vadd c d) = 0 * (beta * beta) /\
    inner (vadd c d) (vadd d b) = 1 * (beta * beta) /\
    inner (vadd c d) a = 0 * (beta * beta) /\
    inner (vadd c d) (vadd c d) = 2 * (beta * beta).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  field; nonzero.
Qed.

End Reading3.

Definition checked := (Reading1.holds, Reading2.Part1.holds, Reading2.Part2.fails, Reading3.holds).
Print Assumptions checked.
