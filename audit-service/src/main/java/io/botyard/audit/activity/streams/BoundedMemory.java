package io.botyard.audit.activity.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * All stores of this process together hold so much memory outside the heap and no more: by default each of them, of which
 * there are several for every partition, would take its own share. Kafka Streams makes this from its name.
 */
public final class BoundedMemory implements RocksDBConfigSetter {
    private static final long ALL = 64L * 1024 * 1024;
    private static final long WRITES = 32L * 1024 * 1024;
    private static final long ONE_WRITE_BUFFER = 2L * 1024 * 1024;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(Shared.CACHE);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(Shared.WRITE_BUFFERS);
        options.setWriteBufferSize(ONE_WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
    }

    /** What is shared stays for the next store. */
    @Override
    public void close(String store, Options options) {}

    /** Made with the first store, since RocksDB's native library has to be there. */
    private static final class Shared {
        static {
            RocksDB.loadLibrary();
        }

        private static final Cache CACHE = new LRUCache(ALL);
        private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITES, CACHE);
    }
}
