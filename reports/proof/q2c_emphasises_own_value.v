(** * q2c-emphasises-own-value: proved

    A token weighs its own value more than that of any other token.

    Write-up: question 2, c, line 63. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** for the three tokens: proved

    for all beta > 0 and i != j in {1, 2, 3}: W_ii > W_ij (at beta = 0 all are 1/3) *)
Module Reading1.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) > exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))) /\
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) > exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b))
      + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))) /\
    exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) > exp(inner a
      (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) /\
    exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) > exp(inner a
      (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) /\
    exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) > exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b))
      + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))) /\
    exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) > exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))).
Proof.
  intros V a b c d beta F B;
  refine (conj _ (conj _ (conj _ (conj _ (conj _ _))))); in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  [
    (apply (lt_by ((w^2 + 2*w) / (w^2 + 3*w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w^2 + w) / (w^2 + 3*w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w) / (w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w) / (w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w^2 + w) / (w^2 + 3*w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w^2 + 2*w) / (w^2 + 3*w + 3))); [ field; nonzero | positive ]) ].
Qed.

End Reading1.

(** ** in general: refuted

    for all n, d >= 1, all tokens x in R^(n x d) and all i != j: W_ii >= W_ij *)
Module Reading2.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall x1_1 x2_1 : R,
    exp(x1_1 * x1_1) / (exp(x1_1 * x1_1) + exp(x1_1 * x2_1)) >= exp(x1_1 * x2_1) / (exp(x1_1 * x1_1) +
      exp(x1_1 * x2_1)) /\
    exp(x2_1 * x2_1) / (exp(x2_1 * x1_1) + exp(x2_1 * x2_1)) >= exp(x2_1 * x1_1) / (exp(x2_1 * x1_1) +
      exp(x2_1 * x2_1))).
Proof.
  intros H;
  specialize (H 1 2);
  destruct H as [H _];
  revert H; apply Rlt_not_ge; interval with (i_prec 80).
Qed.

End Reading2.

Definition checked := (Reading1.holds, Reading2.fails).
Print Assumptions checked.
