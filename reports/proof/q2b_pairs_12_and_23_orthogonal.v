(** * q2b-pairs-12-and-23-orthogonal: proved

    The second token is orthogonal to the first and to the third.

    Write-up: question 2, b.1, line 36. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: proved

    for all beta >= 0: <x_1, x_2> = 0 and <x_2, x_3> = 0 *)
Module Reading1.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    inner (vadd d b) a = 0 /\
    inner a (vadd c d) = 0.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  field; nonzero.
Qed.

End Reading1.

Definition checked := Reading1.holds.
Print Assumptions checked.
