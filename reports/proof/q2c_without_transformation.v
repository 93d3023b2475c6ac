(** * q2c-without-transformation: refuted

    The layer maps every token straight to its output and changes nothing.

    Write-up: question 2, c, line 63. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: refuted

    for all beta > 0 and all tokens built from mutually orthogonal vectors of norm beta: softmax(X X^T) X
    = X; so already for x_1 = a, x_2 = b *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    inner (vadd (vscale (exp(inner a a) / (exp(inner a a) + exp(inner a b))) a) (vscale (exp(inner a b) /
      (exp(inner a a) + exp(inner a b))) b)) a / beta < inner a a / beta.
Proof.
  intros V a b beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by ((beta) / (w + 2))); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b : vector V) (beta : R),
    frame beta [a; b] -> 0 < beta ->
    inner (vadd (vscale (exp(inner a a) / (exp(inner a a) + exp(inner a b))) a) (vscale (exp(inner a b) /
      (exp(inner a a) + exp(inner a b))) b)) a / beta = inner a a / beta /\
    inner (vadd (vscale (exp(inner a a) / (exp(inner a a) + exp(inner a b))) a) (vscale (exp(inner a b) /
      (exp(inner a a) + exp(inner a b))) b)) b / beta = inner a b / beta /\
    inner (vadd (vscale (exp(inner b a) / (exp(inner b a) + exp(inner b b))) a) (vscale (exp(inner b b) /
      (exp(inner b a) + exp(inner b b))) b)) a / beta = inner b a / beta /\
    inner (vadd (vscale (exp(inner b a) / (exp(inner b a) + exp(inner b b))) a) (vscale (exp(inner b b) /
      (exp(inner b a) + exp(inner b b))) b)) b / beta = inner b b / beta).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 2 beta 0; axis 2 beta 1]) by (intros; cbn; repeat
    constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** repair: proved

    for x_1 = a, x_2 = b: each coordinate of softmax(X X^T) X - X along a, b tends to 0 as beta grows *)
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
  forall (V : space) (a b : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta]) ->
    is_lim (fun beta => inner (vadd (vscale (exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) +
      exp(inner (a beta) (b beta)))) (vadd (a beta) (vscale (-1) (a beta)))) (vscale (exp(inner (a beta) (b
      beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta) (b beta)))) (vadd (b beta) (vscale (-1) (a
      beta))))) (a beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vscale (exp(inner (a beta) (a beta)) / (exp(inner (a beta) (a beta)) +
      exp(inner (a beta) (b beta)))) (vadd (a beta) (vscale (-1) (a beta)))) (vscale (exp(inner (a beta) (b
      beta)) / (exp(inner (a beta) (a beta)) + exp(inner (a beta) (b beta)))) (vadd (b beta) (vscale (-1) (a
      beta))))) (b beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vscale (exp(inner (b beta) (a beta)) / (exp(inner (b beta) (a beta)) +
      exp(inner (b beta) (b beta)))) (vadd (a beta) (vscale (-1) (b beta)))) (vscale (exp(inner (b beta) (b
      beta)) / (exp(inner (b beta) (a beta)) + exp(inner (b beta) (b beta)))) (vadd (b beta) (vscale (-1) (b
      beta))))) (a beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vscale (exp(inner (b beta) (a beta)) / (exp(inner (b beta) (a beta)) +
      exp(inner (b beta) (b beta)))) (vadd (a beta) (vscale (-1) (b beta)))) (vscale (exp(inner (b beta) (b
      beta)) / (exp(inner (b beta) (a beta)) + exp(inner (b beta) (b beta)))) (vadd (b beta) (vscale (-1) (b
      beta))))) (b beta) / beta) p_infty (0).
Proof.
  intros V a b F;
  refine (conj _ (conj _ (conj _ _))); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*beta*w + 3*beta) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*beta*w + 3*beta) / (w^2 + 3*w + 2))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((beta) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*beta*w + 3*beta) / (w^2 + 3*w + 2))); [ field; nonzero |
      nonneg ]) | (apply (le_by ((beta) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) | (apply
      (le_by ((2*beta*w + 3*beta) / (w^2 + 3*w + 2))); [ field; nonzero | nonneg ]) ] ] ]) ].
Qed.

End Repair.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Repair.tends).
Print Assumptions checked.
