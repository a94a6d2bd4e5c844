package org.printwire.estimate;

import java.io.IOException;
import java.util.List;

/** Nanoseconds a line of the time model: {@code java -cp target/classes:target/test-classes org.printwire.estimate.EstimateBench}. */
final class EstimateBench {
    private static final int ROUNDS = 12;
    private static final int REPEATED = 20;

    private EstimateBench() {
    }

    public static void main(String[] args) throws IOException {
        for (String file : List.of("ps_mk3s_cube20_M600_M601.gcode", "ps_ender3_cube20_relE.gcode")) {
            List<String> lines = Sliced.texts(file);
            double best = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long began = System.nanoTime();
                long index = 0;
                Estimator estimator = new Estimator(Machine.of("prusa-mk3s"));
                for (int i = 0; i < REPEATED; i++) {
                    for (String line : lines) {
                        estimator.take(index++, line);
                    }
                }
                estimator.finish();
                best = Math.min(best, (System.nanoTime() - began) / (double) index);
            }
            System.out.printf("%s: %.0f ns a line%n", file, best);
        }
    }
}
