(** * q2-setup-orthogonal-basis: definition

    There are vectors a, b, c, d, mutually orthogonal and of one norm beta, of which the tokens are sums.

    Write-up: question 2, setup, lines 27, 29, 36. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: conditional

    for all D >= 1 and beta > 0 there are a, b, c, d in R^D with <p, q> = beta^2 [p = q] for all p, q
    among them: divided by beta, four vectors with <p, q> = [p = q] *)
Module Reading1.

Definition biorthogonal (count width : nat) (q k : nat -> vector (coordinates width)) : Prop :=
  forall i j, (i < count)%nat -> (j < count)%nat -> inner (q i) (k j) = if Nat.eqb i j then 1 else 0.

Lemma sum_minus n (f g : nat -> R) a :
  sum_below n (fun c => f c - a * g c) = sum_below n f - a * sum_below n g.
Proof. induction n; simpl; [ring | rewrite IHn; ring]. Qed.
Lemma sum_same n (f g : nat -> R) : (forall c, (c < n)%nat -> f c = g c) -> sum_below n f = sum_below n g.
Proof. intros H; induction n; simpl; [reflexivity | rewrite IHn, H; auto]. Qed.
Lemma sum_none n : sum_below n (fun _ => 0) = 0.
Proof. induction n; simpl; lra. Qed.
Lemma sum_axis n a : (a < n)%nat -> forall b,
  sum_below n (fun c => (if Nat.eqb a c then 1 else 0) * (if Nat.eqb b c then 1 else 0)) = if Nat.eqb a b
    then 1 else 0.
Proof.
  intros A b; induction n; [lia|]; simpl; destruct (Nat.eq_dec a n) as [-> | N].
  - rewrite Nat.eqb_refl, (Nat.eqb_sym b).
    rewrite (sum_same n _ (fun _ => 0)), sum_none; [destruct (Nat.eqb n b); ring|].
    intros c C; rewrite (proj2 (Nat.eqb_neq n c)) by lia; ring.
  - rewrite (proj2 (Nat.eqb_neq a n) N), IHn by lia; ring.
Qed.
Lemma zero_or_not n (f : nat -> R) : (forall i, (i < n)%nat -> f i = 0) \/ exists p, (p < n)%nat /\ f p <> 0.
Proof.
  induction n as [|n [H | [p [P F]]]]; [left; lia | | right; exists p; auto].
  destruct (Req_EM_T (f n) 0) as [Z | N]; [left | right; exists n; auto].
  intros i I; destruct (Nat.eq_dec i n) as [-> | D]; [exact Z | apply H; lia].
Qed.
(** In a width D less than T no T pairs are biorthogonal: where the last coordinate of some k is not 0,
  subtracting
    multiples of this k from the others, and leaving out the pair, makes it 0 everywhere; then it can be
      left out. *)
Lemma too_many (width : nat) : forall count q k, (width < count)%nat -> ~ biorthogonal count width q k.
Proof.
  unfold biorthogonal; induction width as [|D IH]; intros count q k W H.
  - specialize (H 0 0 W W)%nat; simpl in H; lra.
  - destruct (zero_or_not count (fun j => k j D)) as [Z | [p [P N]]].
    + apply (IH count q k); [lia|]; intros i j I J; rewrite <- (H i j I J); simpl; rewrite (Z j J); ring.
    + pose (skip := fun m => if Nat.ltb m p then m else S m).
      assert (S1 : forall m, skip m <> p) by (intros m; unfold skip; destruct (Nat.ltb_spec m p); lia).
      assert (S2 : forall m, (m < count - 1)%nat -> (skip m < count)%nat)
        by (intros m; unfold skip; destruct (Nat.ltb_spec m p); lia).
      assert (S3 : forall m n, Nat.eqb (skip m) (skip n) = Nat.eqb m n)
        by (intros m n; unfold skip; destruct (Nat.ltb_spec m p), (Nat.ltb_spec n p), (Nat.eqb_spec m n);
            try apply Nat.eqb_eq; try apply Nat.eqb_neq; lia).
      apply (IH (count - 1)%nat (fun i => q (skip i)) (fun j c => k (skip j) c - k (skip j) D / k p D * k p
        c)); [lia|].
      intros i j I J; rewrite <- S3.
      pose proof (H (skip i) (skip j) (S2 i I) (S2 j J)) as A; pose proof (H (skip i) p (S2 i I) P) as B.
      rewrite (proj2 (Nat.eqb_neq _ _) (S1 i)) in B; simpl in A, B; rewrite <- A; simpl.
      rewrite (sum_same D _ (fun c => q (skip i) c * k (skip j) c - k (skip j) D / k p D * (q (skip i) c * k
        p c)))
        by (intros; ring).
      rewrite sum_minus.
      replace (sum_below D (fun c => q (skip i) c * k p c)) with (- (q (skip i) D * k p D)) by lra; field;
        exact N.
Qed.

(** 4 vectors q and 4 vectors k with <q_i, k_j> = [i = j] exist exactly in the widths from 4 on. *)
Theorem region :
  forall D : nat, (exists q k, biorthogonal 4 D q k) <-> (4 <= D)%nat.
Proof.
  intros D; split;
  [ intros [q [k H]]; destruct (Nat.le_gt_cases 4 D) as [L | L];
    [ exact L | destruct (too_many D 4 q k L H) ]
  | intros L; exists (axis D 1), (axis D 1); intros i j I J; apply sum_axis; lia ].
Qed.

(** They do not exist in every width. *)
Theorem fails :
  ~ (forall D : nat, (1 <= D)%nat -> exists q k, biorthogonal 4 D q k).
Proof.
  intros H; specialize (H 1%nat ltac:(lia)); apply region in H; lia.
Qed.

End Reading1.

(** ** in four dimensions: proved

    for all beta >= 0: beta e_1, ..., beta e_4 in R^4 are mutually orthogonal and of squared norm beta^2 *)
Module Reading2.

(** For all numbers at the one place of this shape. *)
Theorem holds :
  forall beta : R,
    0 <= beta ->
    beta * beta + 0 * 0 + 0 * 0 + 0 * 0 = beta * beta /\
    beta * 0 + 0 * beta + 0 * 0 + 0 * 0 = 0 /\
    beta * 0 + 0 * 0 + 0 * beta + 0 * 0 = 0 /\
    beta * 0 + 0 * 0 + 0 * 0 + 0 * beta = 0 /\
    0 * beta + beta * 0 + 0 * 0 + 0 * 0 = 0 /\
    0 * 0 + beta * beta + 0 * 0 + 0 * 0 = beta * beta /\
    0 * 0 + beta * 0 + 0 * beta + 0 * 0 = 0 /\
    0 * 0 + beta * 0 + 0 * 0 + 0 * beta = 0 /\
    0 * beta + 0 * 0 + beta * 0 + 0 * 0 = 0 /\
    0 * 0 + 0 * beta + beta * 0 + 0 * 0 = 0 /\
    0 * 0 + 0 * 0 + beta * beta + 0 * 0 = beta * beta /\
    0 * 0 + 0 * 0 + beta * 0 + 0 * beta = 0 /\
    0 * beta + 0 * 0 + 0 * 0 + beta * 0 = 0 /\
    0 * 0 + 0 * beta + 0 * 0 + beta * 0 = 0 /\
    0 * 0 + 0 * 0 + 0 * beta + beta * 0 = 0 /\
    0 * 0 + 0 * 0 + 0 * 0 + beta * beta = beta * beta.
Proof.
  intros;
  repeat split;
  first [ ring | field; nonzero | rewrite ?Ropp_involutive, ?exp_Ropp; field; nonzero | repeat f_equal; ring
  | match goal with |- context [exp ?x] => replace x with 0 by ring; rewrite exp_0; field end ].
Qed.

End Reading2.

Definition checked := (Reading1.region, Reading1.fails, Reading2.holds).
Print Assumptions checked.
