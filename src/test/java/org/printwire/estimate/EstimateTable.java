package org.printwire.estimate;
import java.nio.file.*;
import java.util.*;
import org.printwire.gcode.*;
class EstimateTable {
    public static void main(String[] a) throws Exception {
        for (String f : List.of("ps_mk3s_cube20_M600_M601","ps_mk3s_sliver_1mm","psgui_mk3s_slab_qoi_0.2mm_PLA_MK3S_11m","ps_mmu2s_cube_toolchange_layers","ps_ender3_cube20_relE","cura_ender3_cube20_raw","slic3r130_tube_absE")) {
            Path p = Path.of("/work/shared/gcode", f + ".gcode");
            Machine m = Machine.of(f.contains("mk3") || f.contains("mmu") ? "prusa-mk3s" : f.contains("slic3r") ? "generic-marlin" : "ender-3");
            for (int batch : new int[]{16, 1}) {
              Estimator e = new Estimator(m, 16, batch);
              try (GcodeReader r = GcodeReader.open(p)) { for (GcodeLine l = r.next(); l != null; l = r.next()) e.take(l); }
              Estimate r = e.finish();
              System.out.printf("%s batch %d moving %.1f dwell %.1f heat %.0f home %.0f total %.1f table %.1f%n", f, batch, r.moving(), r.dwelling(), r.heating(), r.homing(), r.seconds(), r.table().seconds());
            }
        }
        Path p = Path.of("/work/shared/gcode/ps_mk3s_cube20_M600_M601.gcode");
        List<String> lines = new ArrayList<>();
        try (GcodeReader r = GcodeReader.open(p)) { for (GcodeLine l = r.next(); l != null; l = r.next()) lines.add(l.text()); }
        for (int k = 0; k < 12; k++) {
            long t = System.nanoTime(); long n = 0;
            Estimator e = new Estimator(Machine.of("prusa-mk3s"));
            for (int j = 0; j < 20; j++) for (String s : lines) e.take(n++, s);
            e.finish();
            System.out.printf("%.1f ns a line, %.0f B/line%n", (System.nanoTime() - t) / (double) n, Files.size(p)/(double)lines.size());
        }
    }
}
