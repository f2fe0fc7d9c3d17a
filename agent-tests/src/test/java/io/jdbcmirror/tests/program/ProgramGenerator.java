package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes a program from a seed: always the same. */
final class ProgramGenerator {
  private static final int TRIES = 8;

  private record Weighted(int weight, Move move) {}

  private static final List<Weighted> MOVES =
      List.of(
          new Weighted(12, InsertMoves::plain),
          new Weighted(14, InsertMoves::prepared),
          new Weighted(14, InsertMoves::again),
          new Weighted(3, InsertMoves::fromAnotherTable),
          new Weighted(5, InsertMoves::upsert),
          new Weighted(2, CallMoves::procedure),
          new Weighted(2, CallMoves::function),
          new Weighted(2, CallMoves::inOut),
          new Weighted(2, CallMoves::byName),
          new Weighted(3, ResultMoves::several),
          new Weighted(10, ChangeMoves::updateOne),
          new Weighted(6, ChangeMoves::updateInPlace),
          new Weighted(4, ChangeMoves::updateMany),
          new Weighted(6, ChangeMoves::deleteOne),
          new Weighted(2, ChangeMoves::deleteMany),
          new Weighted(5, QueryMoves::plain),
          new Weighted(4, QueryMoves::prepared),
          new Weighted(2, QueryMoves::forUpdate),
          new Weighted(10, BatchMoves::prepared),
          new Weighted(4, BatchMoves::updates),
          new Weighted(5, BatchMoves::plain),
          new Weighted(16, TransactionMoves::end),
          new Weighted(10, TransactionMoves::autoCommit),
          new Weighted(3, TransactionMoves::begin),
          new Weighted(7, TransactionMoves::savepoint),
          new Weighted(7, TransactionMoves::useSavepoint),
          new Weighted(2, TransactionMoves::reconnect),
          new Weighted(3, TransactionMoves::attributes),
          new Weighted(1, DefinitionMoves::addColumn),
          new Weighted(1, DefinitionMoves::dropColumn),
          new Weighted(1, DefinitionMoves::index),
          new Weighted(1, DefinitionMoves::truncate),
          new Weighted(4, SessionMoves::set),
          new Weighted(2, SessionMoves::temporaryTable),
          new Weighted(3, ErrorMoves::statement),
          new Weighted(2, ErrorMoves::duplicateKey),
          new Weighted(2, ErrorMoves::refusedByTheDriver),
          new Weighted(4, MutationMoves::bytes),
          new Weighted(3, KeyMoves::insert),
          new Weighted(2, KeyMoves::batch),
          new Weighted(3, KeyMoves::child),
          new Weighted(3, ResultSetMoves::change),
          new Weighted(2, ErrorMoves::wrongKind),
          new Weighted(8, ChangeMoves::updateByStream),
          new Weighted(10, ChangeMoves::updateByLargeObject));

  private static final int WEIGHTS = MOVES.stream().mapToInt(Weighted::weight).sum();

  private ProgramGenerator() {}

  static Program generate(Vendor vendor, long seed) {
    Dice dice = new Dice(seed);
    Dialect dialect = Dialect.of(vendor);
    Recorder recorder = new Recorder();
    Plot plot =
        new Plot(
            dice,
            recorder,
            dialect,
            dice.pick(dialect.urlParameters()),
            tables(dice, dialect, seed),
            new Table("p" + seed + "_k", List.of()),
            new ArrayList<>(),
            new Holds());
    try {
      play(plot);
    } catch (SQLException e) {
      throw new IllegalStateException("stand-ins do not throw", e);
    }
    return new Program(vendor, seed, recorder.lines());
  }

  /** The names of its tables begin with {@code p<seed>_}. */
  private static List<Table> tables(Dice dice, Dialect dialect, long seed) {
    List<Table> tables = new ArrayList<>();
    for (int i = dice.below(3); i >= 0; i--) {
      List<ColumnType> types = new ArrayList<>();
      for (int j = dice.between(1, 5); j > 0; j--) {
        types.add(dice.pick(dialect.types()));
      }
      tables.add(new Table("p" + seed + "_" + (char) ('a' + i), types));
    }
    return tables;
  }

  private static void play(Plot plot) throws SQLException {
    Dice dice = plot.dice();
    for (int i = dice.pick(0, 0, 1, 1, 2); i >= 0; i--) {
      plot.actors().add(new Actor(plot));
    }
    for (Table table : plot.tables()) {
      DefinitionMoves.create(plot, plot.actors().get(0), table, table.definition());
    }
    DefinitionMoves.create(
        plot,
        plot.actors().get(0),
        plot.keyed(),
        "(id " + plot.dialect().generatedKey() + " primary key, grp int)");
    for (String routine : plot.dialect().routinesOf(plot.called())) {
      DefinitionMoves.execute(plot, plot.actors().get(0), routine);
    }
    for (int i = dice.between(6, 20); i > 0; i--) {
      next(plot);
    }
    for (Actor actor : plot.actors()) {
      if (actor.inTransaction() && dice.oneIn(2)) {
        TransactionMoves.end(plot, actor);
      }
      actor.connection().close();
      actor.ended(false);
    }
  }

  private static void next(Plot plot) throws SQLException {
    for (int i = 0; i < TRIES; i++) {
      Actor actor = plot.dice().pick(plot.actors());
      boolean wantsEnd = actor.isAborted() && plot.dice().oneIn(2);
      Move move = wantsEnd ? TransactionMoves::end : anyMove(plot.dice());
      if (move.make(plot, actor)) {
        return;
      }
    }
  }

  private static Move anyMove(Dice dice) {
    int left = dice.below(WEIGHTS);
    for (Weighted weighted : MOVES) {
      left -= weighted.weight();
      if (left < 0) {
        return weighted.move();
      }
    }
    throw new IllegalStateException("weights");
  }
}
