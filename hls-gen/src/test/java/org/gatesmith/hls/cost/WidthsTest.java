package org.gatesmith.hls.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.FrontendResult;
import org.junit.jupiter.api.Test;

/** Widths under the names of the source. */
class WidthsTest {

    @Test
    void aLocalVariableNeedsOnlyWhatItsExpressionCanYield() throws DiagnosticException {
        WidthRow rows = row(LibrarySource.GEMM_I8, "gemm.rows");

        assertThat(rows.declared()).isEqualTo("int");
        assertThat(rows.inferred()).isEqualTo("ap_uint<8>");
        assertThat(rows.range().min()).isEqualTo(1);
        assertThat(rows.range().max()).isEqualTo(128);
        assertThat(rows.place().startLine()).isGreaterThan(1);
    }

    @Test
    void aParameterKeepsToItsContract() throws DiagnosticException {
        assertThat(row(LibrarySource.GEMM_I8, "gemm.m").inferred()).isEqualTo("ap_uint<25>");
    }

    @Test
    void countersGoByTheNamesThatSchedulesUse() throws DiagnosticException {
        WidthRow second = row(LibrarySource.GEMM_I8, "multiply.kk_2");

        assertThat(second.kind()).isEqualTo(WidthRow.Kind.COUNTER);
        assertThat(second.inferred()).isEqualTo("ap_uint<4>");
    }

    @Test
    void theElementsOfAnArrayMakeOneRow() throws DiagnosticException {
        WidthRow z = row(LibrarySource.ATTENTION, "summarise.z");

        assertThat(z.kind()).isEqualTo(WidthRow.Kind.ARRAY);
        assertThat(z.declared()).isEqualTo("int[16][17]");
        assertThat(z.inferred()).isEqualTo("ap_int<24>");
    }

    @Test
    void portsAndFifosHaveRowsInTheKernelAlone() throws DiagnosticException {
        assertThat(row(LibrarySource.ATTENTION, "attend.q").declared()).isEqualTo("byte[]");
        assertThat(row(LibrarySource.ATTENTION, "attend.numerators").declared()).isEqualTo("fifo of long");
        assertThat(rows(LibrarySource.ATTENTION)).extracting(WidthRow::name).doesNotContain("load.tensor");
    }

    @Test
    void floatsHaveNoRows() throws DiagnosticException {
        assertThat(rows(LibrarySource.GEMM_F32))
                .extracting(WidthRow::name)
                .contains("gemm.rows")
                .doesNotContain("gemm.a");
    }

    @Test
    void rowsFollowTheSource() throws DiagnosticException {
        assertThat(rows(LibrarySource.GEMM_I8))
                .extracting(row -> row.place().startLine())
                .isSorted();
    }

    private static WidthRow row(LibrarySource kernel, String name) throws DiagnosticException {
        List<WidthRow> found =
                rows(kernel).stream().filter(row -> row.name().equals(name)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<WidthRow> rows(LibrarySource kernel) throws DiagnosticException {
        FrontendResult accepted = kernel.accept(Map.of());
        return Widths.of(accepted.program(), accepted.signature().methodName());
    }
}
